package ackwise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A producer script of format 1 or 2, read from JSON; it was checked by whoever made it. */
record TraceScript(
        int format,
        String id,
        Map<String, Object> config,
        List<Topic> topics,
        List<Send> sends,
        long rttMs,
        Map<Integer, Map<Integer, Answer>> answers,
        long untilMs,
        Long seed,
        List<Move> moves,
        long metadataMs,
        boolean leaderHints,
        int noisePercent) {

    /** From then on another node leads a partition, or none (-1). */
    record Move(long atMs, String name, int leader, int epoch) {}

    record Topic(String name, List<Integer> leaders) {}

    /** Sizes in bytes; a null key is null, and so is a partition that the partitioner is to choose. */
    record Send(long atMs, String topic, Integer partition, Integer key, int value) {}

    /** What is told about one produce request; a value that is not told is null. */
    record Answer(
            Long afterMs,
            Map<String, Object> errors,
            Map<String, Object> errorsAfterAppend,
            Long disconnectMs,
            boolean silent,
            boolean appended) {
        static final Answer NORMAL = new Answer(null, Map.of(), Map.of(), null, false, false);
    }

    static TraceScript of(Map<String, Object> json) {
        Map<Integer, Map<Integer, Answer>> answers = new LinkedHashMap<>();
        for (Map<String, Object> answer : objects(json.get("answers"))) {
            answers.computeIfAbsent(integer(answer.get("node")), node -> new LinkedHashMap<>())
                    .put(integer(answer.get("request")), answer(answer));
        }
        List<Topic> topics = new ArrayList<>();
        for (Map<String, Object> topic : objects(json.get("topics"))) {
            List<Integer> leaders = ((List<?>) topic.get("leaders")).stream().map(TraceScript::integer).toList();
            topics.add(new Topic((String) topic.get("name"), leaders));
        }
        List<Send> sends = objects(json.get("sends")).stream().map(TraceScript::send).toList();
        return new TraceScript(
                integer(json.get("format")),
                (String) json.get("id"),
                object(json.get("config")),
                topics,
                sends,
                milliseconds(json.get("rtt")),
                answers,
                milliseconds(json.get("until")),
                json.get("seed") == null ? null : Long.valueOf((String) json.get("seed")),
                moves(json),
                json.get("metadataRtt") == null ? 0 : milliseconds(json.get("metadataRtt")),
                json.get("leaderHints") != Boolean.FALSE,
                json.get("noise") == null ? 0 : integer(json.get("noise")));
    }

    int nodeCount() {
        IntStream first = topics.stream().flatMap(topic -> topic.leaders().stream()).mapToInt(leader -> leader);
        return IntStream.concat(first, moves.stream().mapToInt(Move::leader)).max().orElse(0) + 1;
    }

    private static List<Move> moves(Map<String, Object> json) {
        if (json.get("moves") == null) return List.of();
        return objects(json.get("moves")).stream()
                .map(move -> new Move(
                        milliseconds(move.get("at")),
                        (String) move.get("partition"),
                        integer(move.get("leader")),
                        integer(move.get("epoch"))))
                .toList();
    }

    private static Send send(Map<String, Object> send) {
        return new Send(
                milliseconds(send.get("at")),
                (String) send.get("topic"),
                optional(send.get("partition")),
                optional(send.get("key")),
                integer(send.get("value")));
    }

    private static Answer answer(Map<String, Object> answer) {
        return new Answer(
                answer.containsKey("after") ? milliseconds(answer.get("after")) : null,
                object(answer.getOrDefault("errors", Map.of())),
                object(answer.getOrDefault("errorsAfterAppend", Map.of())),
                answer.containsKey("disconnect") ? milliseconds(answer.get("disconnect")) : null,
                answer.get("silent") == Boolean.TRUE,
                answer.get("appended") == Boolean.TRUE);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Object value) {
        return (List<Map<String, Object>>) value;
    }

    private static Integer optional(Object value) {
        return value == null ? null : (Integer) integer(value);
    }

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    private static long milliseconds(Object value) {
        return ((Number) value).longValue();
    }
}
