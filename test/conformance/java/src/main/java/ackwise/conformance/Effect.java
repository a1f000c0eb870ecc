package ackwise.conformance;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;

/** What a constructed producer works with: its configuration values and the few it computes besides. */
final class Effect {
    private Effect() {}

    static Map<String, Object> of(KafkaProducer<?, ?> producer, Properties properties) {
        Map<String, Object> effect = new LinkedHashMap<>();
        effect.put("effective", values((ProducerConfig) field(producer, "producerConfig"), properties));
        effect.put("idempotentInEffect", field(producer, "transactionManager") != null);
        // Up to 2.4 the configuration still shows the default of acks after idempotence has raised it to all.
        effect.put("acksInEffect", String.valueOf(field(field(producer, "sender"), "acks")));
        effect.put("deliveryTimeoutMs", field(field(producer, "accumulator"), "deliveryTimeoutMs"));
        return effect;
    }

    private static Map<String, String> values(ProducerConfig config, Properties properties) {
        Map<String, String> values = new TreeMap<>();
        config.values().forEach((key, value) -> values.put(key, text(value)));
        // The number counts the producers of this JVM.
        if (!properties.containsKey("client.id"))
            values.computeIfPresent("client.id", (key, id) -> id.matches("producer-\\d+") ? "producer-<n>" : id);
        return values;
    }

    private static String text(Object value) {
        if (value instanceof Class<?> type) return type.getName();
        if (value instanceof Password password) return password.value();
        return String.valueOf(value);
    }

    static Object field(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(owner);
            } catch (NoSuchFieldException perhapsInherited) {
                // Since 4.4 the accumulator may be of a subclass.
            } catch (IllegalAccessException impossible) {
                throw new OracleBroken(impossible.getMessage());
            }
        }
        throw new OracleBroken("no field " + name + " in " + owner.getClass());
    }

    /** A release whose insides the oracle does not know; never to be taken for a verdict. */
    static final class OracleBroken extends IllegalStateException {
        OracleBroken(String message) {
            super(message);
        }
    }
}
