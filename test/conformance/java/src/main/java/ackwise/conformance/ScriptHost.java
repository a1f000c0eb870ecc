package ackwise.conformance;

import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.common.Node;

/** What the scripted network client asks of the play it belongs to. */
interface ScriptHost {
    Node anyNode();

    boolean isReady(int node);

    /** The connection is closed, and it is too early to open it again. */
    default boolean isDown(int node) {
        return false;
    }

    long delayMs(int node);

    /** The application wakes the Sender. */
    void wake();

    void send(ClientRequest request);

    void poll(long timeoutMs);

    /** Requests without an answer, on all connections. */
    default int inFlight() {
        throw new Effect.OracleBroken("the script closes nothing");
    }

    /** The Sender has come to its end. */
    default void closed() {}
}
