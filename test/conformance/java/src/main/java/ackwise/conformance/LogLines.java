package ackwise.conformance;

import ackwise.conformance.CapturedLog.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.helpers.MessageFormatter;

/** Chooses the log lines a configuration causes and writes them as {level, logger, message} or {level, logger, unused}. */
final class LogLines {
    private static final Set<String> INFO_LOGGERS =
            Set.of("ProducerConfig", "AbstractConfig", "KafkaProducer", "CommonClientConfigs", "ClientUtils");
    /** Lines of every construction, whatever the configuration. */
    private static final Pattern ALWAYS = Pattern.compile(
            "^(ProducerConfig values|AbstractConfig values|Closing the Kafka producer|Proceeding to force close|Instantiated a).*", Pattern.DOTALL);
    private static final Pattern CLIENT_PREFIX = Pattern.compile("^\\[Producer clientId=.*?\\] ", Pattern.DOTALL);

    private LogLines() {}

    static List<Object> chosen(List<Line> lines) {
        List<Object> chosen = new ArrayList<>();
        Set<String> unused = new TreeSet<>();
        Line unusedLine = null;
        for (Line line : lines) {
            if (isUnused(line)) {
                addUnused(line.arguments()[0], unused);
                unusedLine = line;
                continue;
            }
            String message = CLIENT_PREFIX.matcher(MessageFormatter.basicArrayFormat(line.pattern(), line.arguments())).replaceFirst("");
            if (isCausedByConfiguration(line, message)) chosen.add(entry(line, "message", message));
        }
        if (unusedLine != null) chosen.add(entry(unusedLine, "unused", new ArrayList<>(unused)));
        return chosen;
    }

    private static boolean isCausedByConfiguration(Line line, String message) {
        // AppInfoParser complains when two producers of this JVM share a client.id, which says nothing about the text.
        if (line.logger().equals("AppInfoParser") || ALWAYS.matcher(message).matches()) return false;
        return !line.level().equals("INFO") || INFO_LOGGERS.contains(line.logger());
    }

    /** One line per key up to 3.2, one line for all keys from 3.3 (KAFKA-13689). */
    private static boolean isUnused(Line line) {
        return line.pattern().startsWith("The configuration '{}' was supplied but isn't a known config")
                || line.pattern().startsWith("These configurations '{}' were supplied but are not used yet");
    }

    private static void addUnused(Object argument, Set<String> unused) {
        if (argument instanceof Collection<?> keys) keys.forEach(key -> unused.add((String) key));
        else unused.add((String) argument);
    }

    private static Map<String, Object> entry(Line line, String name, Object value) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("level", line.level());
        entry.put("logger", line.logger());
        entry.put(name, value);
        return entry;
    }
}
