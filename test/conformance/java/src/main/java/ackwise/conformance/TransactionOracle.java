package ackwise.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays a script of format 3 with the release's own KafkaProducer in virtual time; the answer is the trace. */
final class TransactionOracle {
    private static final long PATIENCE_MS = 120_000;

    private TransactionOracle() {}

    static Map<String, Object> answer(Map<String, Object> question) {
        TransactionScript script = TransactionScript.of(question);
        TransactionTime time = new TransactionTime();
        ScriptedClient client = new ScriptedClient();
        ProducerConfig config = new ProducerConfig(settings(script.produce()));
        KafkaProducer<byte[], byte[]> producer = ClientInternals.producer(config, client.client(), time);
        Thread sender = (Thread) Effect.field(producer, "ioThread");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        sender.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        TransactionPlay play = new TransactionPlay(script, config, producer, time);
        time.attach(sender, play);
        client.start(play);
        join(sender, script.produce().id());
        boolean isOver = failure.get() instanceof ScriptPlay.Over || (failure.get() == null && play.isClosed());
        if (!isOver) throw new Effect.OracleBroken(script.produce().id() + ": " + failure.get());
        Map<String, Object> trace = play.trace();
        if (!play.isClosed()) Closing.start(producer);
        return trace;
    }

    private static Map<String, Object> settings(TraceScript script) {
        Map<String, Object> settings = new HashMap<>(script.config());
        settings.put("bootstrap.servers", "127.0.0.1:9092");
        settings.put("key.serializer", ByteArraySerializer.class.getName());
        settings.put("value.serializer", ByteArraySerializer.class.getName());
        settings.put("metric.reporters", "");
        settings.put("client.id", "script");
        // Calls wait in real time, but end by the script only; buffer.memory is never used up.
        settings.put("max.block.ms", String.valueOf(10 * PATIENCE_MS));
        return settings;
    }

    private static void join(Thread sender, String id) {
        try {
            sender.join(PATIENCE_MS);
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
        if (sender.isAlive()) throw new Effect.OracleBroken(id + " does not end");
    }
}
