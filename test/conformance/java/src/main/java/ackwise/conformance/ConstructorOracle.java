package ackwise.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * What new KafkaProducer(Properties) of the release on the class path does with a text: the exceptions (outermost
 * first), the log lines the configuration causes, and what is in effect afterwards.
 */
final class ConstructorOracle {
    private static final long LIMIT_SECONDS = 30;
    private static final int LONGEST_CHAIN = 12;
    /** Stand before a text that says base: true. The last assignment of a key wins, so the text can change them. */
    static final String BASE = """
            bootstrap.servers=127.0.0.1:1
            key.serializer=org.apache.kafka.common.serialization.StringSerializer
            value.serializer=org.apache.kafka.common.serialization.StringSerializer
            """;

    private ExecutorService worker = newWorker();

    Map<String, Object> answer(Map<String, Object> question) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", question.get("id"));
        Map<?, ?> system = (Map<?, ?>) question.getOrDefault("systemProperties", Map.of());
        system.forEach((key, value) -> System.setProperty((String) key, (String) value));
        try {
            answer.putAll(worker.submit(() -> observe(question)).get(LIMIT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException tooSlow) {
            answer.put("timeout", true);
            worker.shutdownNow();
            worker = newWorker();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            system.keySet().forEach(key -> System.clearProperty((String) key));
        }
        return answer;
    }

    private static Map<String, Object> observe(Map<String, Object> question) {
        String text = (Boolean.TRUE.equals(question.get("base")) ? BASE : "") + question.get("text");
        Map<String, Object> seen = new LinkedHashMap<>();
        KafkaProducer<Object, Object> producer = null;
        CapturedLog.start();
        try {
            Properties properties = PropertiesOracle.load(text);
            producer = new KafkaProducer<>(properties);
            seen.put("ok", true);
            seen.putAll(Effect.of(producer, properties));
        } catch (Effect.OracleBroken broken) {
            throw broken;
        } catch (Throwable failure) {
            seen.put("ok", false);
            seen.put("exception", chain(failure));
        }
        List<Object> logs = LogLines.chosen(CapturedLog.stop());
        if (!logs.isEmpty()) seen.put("logs", logs);
        if (producer != null) Closing.start(producer);
        return seen;
    }

    private static List<Object> chain(Throwable outermost) {
        List<Object> chain = new ArrayList<>();
        for (Throwable link = outermost; link != null && chain.size() < LONGEST_CHAIN; link = link.getCause()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("class", link.getClass().getSimpleName());
            entry.put("message", withoutStack(link.getMessage()));
            chain.add(entry);
        }
        return chain;
    }

    /** The JDK's LoginContext puts the stack of an unexpected exception into the message. */
    private static String withoutStack(String message) {
        int stack = message == null ? -1 : message.indexOf("\n\tat ");
        return stack < 0 ? message : message.substring(0, stack);
    }

    private static ExecutorService newWorker() {
        return Executors.newSingleThreadExecutor(Closing::daemon);
    }
}
