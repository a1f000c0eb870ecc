package ackwise.conformance;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Closes producers at once: an idempotent one may sleep for its whole retry.backoff.ms first, which can be years, so its
 * network thread is woken.
 */
final class Closing {
    private static final long UNTIL_WOKEN_MS = 3;
    private static final long AFTER_WOKEN_MS = 200;
    private static final ExecutorService CLOSERS = Executors.newCachedThreadPool(Closing::daemon);

    private Closing() {}

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "oracle");
        thread.setDaemon(true);
        return thread;
    }

    static void start(KafkaProducer<?, ?> producer) {
        Future<?> closing = CLOSERS.submit(() -> close(producer));
        if (isDoneAfter(UNTIL_WOKEN_MS, closing)) return;
        ((Thread) Effect.field(producer, "ioThread")).interrupt();
        isDoneAfter(AFTER_WOKEN_MS, closing);
    }

    private static boolean isDoneAfter(long patienceMs, Future<?> closing) {
        try {
            closing.get(patienceMs, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException inTheBackground) {
            return false;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void close(KafkaProducer<?, ?> producer) {
        try {
            producer.close(Duration.ZERO);
        } catch (NoSuchMethodError before22) {
            closeBefore22(producer);
        }
    }

    private static void closeBefore22(KafkaProducer<?, ?> producer) {
        try {
            KafkaProducer.class.getMethod("close", long.class, TimeUnit.class).invoke(producer, 0L, TimeUnit.MILLISECONDS);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
