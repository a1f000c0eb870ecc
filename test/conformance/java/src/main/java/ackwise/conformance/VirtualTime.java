package ackwise.conformance;

import java.util.function.Supplier;
import org.apache.kafka.common.utils.Time;

/** The one clock of a script: it moves only when the scripted client says so. */
class VirtualTime implements Time {
    private static final long NANOSECONDS_PER_MS = 1_000_000;

    private volatile long nowMs;

    void moveTo(long ms) {
        nowMs = ms;
    }

    @Override
    public long milliseconds() {
        return nowMs;
    }

    @Override
    public long nanoseconds() {
        return nowMs * NANOSECONDS_PER_MS;
    }

    @Override
    public void sleep(long ms) {
        throw new IllegalStateException("nothing in a script sleeps");
    }

    @Override
    public void waitObject(Object object, Supplier<Boolean> condition, long deadlineMs) {
        if (!condition.get()) throw new IllegalStateException("nothing in a script waits");
    }
}
