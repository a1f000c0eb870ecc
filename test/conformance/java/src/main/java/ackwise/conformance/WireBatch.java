package ackwise.conformance;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A batch as it stands in a request: the fields of its v2 header, and which sends it holds. */
record WireBatch(
        String topic,
        int partition,
        int records,
        int bytes,
        int epoch,
        int sequence,
        List<Integer> sends,
        Double expectedRatio) {
    // Offsets of DefaultRecordBatch (KIP-98).
    private static final int EPOCH_AT = 51;
    private static final int SEQUENCE_AT = 53;
    private static final int RECORDS_AT = 57;

    static WireBatch of(String topic, int partition, ByteBuffer encoded, List<Integer> sends) {
        int start = encoded.position();
        int records = encoded.getInt(start + RECORDS_AT);
        if (records != sends.size())
            throw new Effect.OracleBroken("a batch of " + records + " records holds the sends " + sends);
        return new WireBatch(
                topic,
                partition,
                records,
                encoded.remaining(),
                encoded.getShort(start + EPOCH_AT),
                encoded.getInt(start + SEQUENCE_AT),
                sends,
                null);
    }

    /** The same, with the ratio that the client now expects of the topic's batches. */
    WireBatch expecting(Double ratio) {
        return new WireBatch(topic, partition, records, bytes, epoch, sequence, sends, ratio);
    }

    String name() {
        return topic + "-" + partition;
    }

    int lastSequence() {
        return sequence + records - 1;
    }

    Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("tp", name());
        event.put("records", records);
        event.put("bytes", bytes);
        event.put("first", sends.get(0));
        event.put("seq", sequence);
        event.put("epoch", epoch);
        if (expectedRatio != null) event.put("ratio", expectedRatio);
        return event;
    }
}
