package ackwise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A producer script of format 1, read from JSON; it was checked by whoever made it. */
record TraceScript(
        String id,
        Map<String, Object> config,
        List<Topic> topics,
        List<Send> sends,
        long rttMs,
        Map<Integer, Map<Integer, Answer>> answers,
        long untilMs) {

    record Topic(String name, List<Integer> leaders) {}

    /** Sizes in bytes; a null key is null. */
    record Send(long atMs, String topic, int partition, Integer key, int value) {}

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
                (String) json.get("id"),
                object(json.get("config")),
                topics,
                sends,
                milliseconds(json.get("rtt")),
                answers,
                milliseconds(json.get("until")));
    }

    int nodeCount() {
        return topics.stream().flatMap(topic -> topic.leaders().stream()).mapToInt(leader -> leader).max().orElse(0) + 1;
    }

    private static Send send(Map<String, Object> send) {
        return new Send(
                milliseconds(send.get("at")),
                (String) send.get("topic"),
                integer(send.get("partition")),
                send.get("key") == null ? null : integer(send.get("key")),
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

    private static int integer(Object value) {
        return ((Number) value).intValue();
    }

    private static long milliseconds(Object value) {
        return ((Number) value).longValue();
    }
}
