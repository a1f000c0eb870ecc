package ackwise.conformance;

import ackwise.conformance.TraceScript.Move;
import ackwise.conformance.TraceScript.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Who leads each partition of the scripted cluster by now, whether or not the client knows. */
final class ScriptedLeaders {
    /** A leader of -1 is none. */
    record Leader(int node, int epoch) {}

    private static final int FIRST_EPOCH = 1;

    private final Map<String, Leader> leaders = new HashMap<>();
    private final Deque<Move> moves;

    ScriptedLeaders(TraceScript script) {
        for (Topic topic : script.topics())
            for (int partition = 0; partition < topic.leaders().size(); partition++)
                leaders.put(topic.name() + "-" + partition, new Leader(topic.leaders().get(partition), FIRST_EPOCH));
        moves = new ArrayDeque<>(script.moves());
    }

    /** Carries out the moves that are due. */
    void moveTo(long nowMs) {
        while (!moves.isEmpty() && moves.peek().atMs() <= nowMs) {
            Move move = moves.remove();
            leaders.put(move.name(), new Leader(move.leader(), move.epoch()));
        }
    }

    Leader of(String name) {
        return leaders.get(name);
    }
}
