package ackwise.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays a producer script (format 1) with the release's own KafkaProducer in virtual time; the answer is the trace. */
final class TraceOracle {
    private static final long PATIENCE_MS = 120_000;

    private TraceOracle() {}

    static Map<String, Object> answer(Map<String, Object> question) {
        TraceScript script = TraceScript.of(question);
        VirtualTime time = new VirtualTime();
        ScriptedClient client = new ScriptedClient();
        ProducerConfig config = new ProducerConfig(settings(script));
        KafkaProducer<byte[], byte[]> producer = ClientInternals.producer(config, client.client(), time);
        Thread sender = (Thread) Effect.field(producer, "ioThread");
        AtomicReference<Throwable> failure = new AtomicReference<>();
        sender.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        ScriptPlay play = new ScriptPlay(script, config, producer, time);
        if (play.isOver()) throw new IllegalArgumentException(script.id() + " sends nothing");
        client.start(play);
        join(sender, script);
        if (!(failure.get() instanceof ScriptPlay.Over)) throw new Effect.OracleBroken(script.id() + ": " + failure.get());
        Map<String, Object> trace = play.trace();
        Closing.start(producer);
        return trace;
    }

    private static Map<String, Object> settings(TraceScript script) {
        Map<String, Object> settings = new HashMap<>(script.config());
        settings.put("bootstrap.servers", "127.0.0.1:9092");
        settings.put("key.serializer", ByteArraySerializer.class.getName());
        settings.put("value.serializer", ByteArraySerializer.class.getName());
        // Neither belongs to what a trace shows.
        settings.put("metric.reporters", "");
        settings.put("client.id", "script");
        return settings;
    }

    private static void join(Thread sender, TraceScript script) {
        try {
            sender.join(PATIENCE_MS);
        } catch (InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
        if (sender.isAlive()) throw new Effect.OracleBroken(script.id() + " does not end");
    }
}
