package ackwise.conformance;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The application's own thread: it calls the producer as applications do, and a call that waits for the Sender keeps it. The
 * Sender's thread starts each step, and goes on when the step has ended or, having woken the Sender, waits for it.
 */
final class Application {
    /** A step under way. */
    final class Step {
        private boolean isEnded;
        private boolean woke;
        private Throwable failure;

        /** It woke the Sender before it ended. */
        boolean woke() {
            return woke;
        }

        /** What was thrown, or null. */
        Throwable failure() {
            awaitEnd(this);
            return failure;
        }
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Closing::daemon);
    private boolean isWoken;

    /** The Sender is woken. */
    synchronized void wake() {
        isWoken = true;
        notifyAll();
    }

    /** Carries out a step that does not wait for the Sender; returns whether it woke the Sender. */
    boolean run(Runnable work) {
        Step step = start(work);
        awaitEnd(step);
        return isWoken;
    }

    /** Starts a step that may wait for the Sender; returns when it has ended, or has woken the Sender and waits. */
    Step call(Runnable work) {
        Step step = start(work);
        synchronized (this) {
            awaitUntil(() -> step.isEnded || isWoken);
            step.woke = isWoken;
        }
        return step;
    }

    private synchronized Step start(Runnable work) {
        isWoken = false;
        Step step = new Step();
        thread.execute(() -> {
            try {
                work.run();
            } catch (Throwable thrown) {
                step.failure = thrown;
            }
            synchronized (this) {
                step.isEnded = true;
                notifyAll();
            }
        });
        return step;
    }

    private synchronized void awaitEnd(Step step) {
        awaitUntil(() -> step.isEnded);
    }

    private void awaitUntil(BooleanSupplier isSo) {
        try {
            while (!isSo.getAsBoolean()) wait();
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
