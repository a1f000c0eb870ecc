package ackwise.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.protocol.Errors;

/** A partition of the scripted cluster: its records, and the last batches of the producer (ProducerStateManager). */
final class ScriptedLog {
    private static final int BATCHES_KEPT = 5;

    record Stored(Errors error, long baseOffset) {}

    private record Kept(int first, int last, long baseOffset) {}

    private final List<Object> sends = new ArrayList<>();
    private final Deque<Kept> kept = new ArrayDeque<>();
    private int epoch = -1;
    private int lastSequence = -1;

    List<Object> sends() {
        return sends;
    }

    Stored append(WireBatch batch) {
        if (batch.sequence() < 0) return store(batch);
        if (batch.epoch() < epoch) return refused(Errors.INVALID_PRODUCER_EPOCH);
        boolean newEpoch = batch.epoch() > epoch;
        if (newEpoch && epoch >= 0) {
            if (batch.sequence() != 0) return refused(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER);
            kept.clear();
        } else {
            for (Kept earlier : kept)
                if (earlier.first == batch.sequence() && earlier.last == batch.lastSequence())
                    return new Stored(Errors.NONE, earlier.baseOffset);
            if (batch.sequence() != lastSequence + 1) return refused(Errors.OUT_OF_ORDER_SEQUENCE_NUMBER);
        }
        epoch = batch.epoch();
        lastSequence = batch.lastSequence();
        Stored stored = store(batch);
        kept.add(new Kept(batch.sequence(), batch.lastSequence(), stored.baseOffset));
        if (kept.size() > BATCHES_KEPT) kept.remove();
        return stored;
    }

    private Stored store(WireBatch batch) {
        Stored stored = new Stored(Errors.NONE, sends.size());
        sends.addAll(batch.sends());
        return stored;
    }

    private static Stored refused(Errors error) {
        return new Stored(error, -1);
    }
}
