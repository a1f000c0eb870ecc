package ackwise.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A producer script of format 3: what an application does step by step, in transactions; it was checked by whoever made it. */
record TransactionScript(
        TraceScript produce,
        List<Step> steps,
        Map<String, Map<Integer, Told>> coordinator,
        int transactionVersion,
        boolean bumpsEpoch) {

    /** What the application does: init, begin, send, commit, abort or close. {@code send} is the index of the record, or -1. */
    record Step(long atMs, String what, int send, boolean orAbort) {}

    /** What is told about one request to the coordinator; a value that is not told is null. */
    record Told(Long afterMs, String error, List<?> partitions, Long disconnectMs, boolean silent, boolean applied) {
        static final Told NORMAL = new Told(null, null, null, null, false, false);

        boolean isLost() {
            return disconnectMs != null || silent;
        }
    }

    @SuppressWarnings("unchecked")
    static TransactionScript of(Map<String, Object> json) {
        List<Step> steps = new ArrayList<>();
        List<Object> sends = new ArrayList<>();
        for (Map<String, Object> step : (List<Map<String, Object>>) json.get("steps")) {
            boolean isSend = step.get("do").equals("send");
            if (isSend) sends.add(step);
            long atMs = ((Number) step.get("at")).longValue();
            int send = isSend ? sends.size() - 1 : -1;
            steps.add(new Step(atMs, (String) step.get("do"), send, step.get("orAbort") == Boolean.TRUE));
        }
        Map<String, Object> produce = new LinkedHashMap<>(json);
        produce.put("sends", sends);
        Map<String, Map<Integer, Told>> coordinator = new HashMap<>();
        for (Map<String, Object> told : (List<Map<String, Object>>) json.get("coordinator"))
            coordinator.computeIfAbsent((String) told.get("api"), api -> new HashMap<>())
                    .put(((Number) told.get("request")).intValue(), told(told));
        Map<String, Object> cluster = (Map<String, Object>) json.get("cluster");
        return new TransactionScript(
                TraceScript.of(produce),
                steps,
                coordinator,
                ((Number) cluster.get("transactionVersion")).intValue(),
                cluster.get("bumpsEpoch") != Boolean.FALSE);
    }

    private static Told told(Map<String, Object> told) {
        return new Told(
                milliseconds(told.get("after")),
                (String) told.get("error"),
                (List<?>) told.get("partitions"),
                milliseconds(told.get("disconnect")),
                told.get("silent") == Boolean.TRUE,
                told.get("applied") == Boolean.TRUE);
    }

    private static Long milliseconds(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
