package ackwise.conformance;

import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.common.requests.AbstractResponse;

/** The client's connection to a node that is asked about transactions only: one request at a time. */
final class CoordinatorNode {
    private final long requestTimeoutMs;
    private ClientRequest waiting;
    private AbstractResponse answer;
    private long answersAtMs = ScriptedNode.NEVER;
    private long closeAtMs = ScriptedNode.NEVER;
    private long timesOutAtMs = ScriptedNode.NEVER;
    private long readyAtMs;

    CoordinatorNode(long requestTimeoutMs) {
        this.requestTimeoutMs = requestTimeoutMs;
    }

    boolean isIdle() {
        return waiting == null;
    }

    long readyAtMs() {
        return readyAtMs;
    }

    long nextDueMs() {
        return Math.min(answersAtMs, Math.min(closeAtMs, timesOutAtMs));
    }

    /** Takes a request; {@code answer} is null when none comes, and then the connection may close by itself. */
    void receive(ClientRequest request, AbstractResponse answer, long answersAtMs, long closeAtMs, long nowMs) {
        if (waiting != null) throw new Effect.OracleBroken("two requests to the coordinator at a time");
        waiting = request;
        this.answer = answer;
        this.answersAtMs = answer == null ? ScriptedNode.NEVER : answersAtMs;
        this.closeAtMs = closeAtMs;
        timesOutAtMs = nowMs + requestTimeoutMs;
    }

    /** Delivers the answer or the close that is due; returns whether there was one. */
    boolean carryOut(long nowMs, long reconnectBackoffMs) {
        if (nextDueMs() > nowMs) return false;
        ClientRequest request = waiting;
        AbstractResponse body = answersAtMs <= nowMs ? answer : null;
        boolean timedOut = body == null && closeAtMs > nowMs;
        waiting = null;
        answersAtMs = closeAtMs = timesOutAtMs = ScriptedNode.NEVER;
        if (body != null) Answers.answer(request, nowMs, body);
        else {
            readyAtMs = nowMs + reconnectBackoffMs;
            Answers.lost(request, nowMs, timedOut);
        }
        return true;
    }
}
