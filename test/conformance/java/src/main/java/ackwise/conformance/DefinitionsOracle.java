package ackwise.conformance;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;

/** The keys a release defines, in the order it checks them: for keeping schemas/producer-catalog.json honest. */
final class DefinitionsOracle {
    private DefinitionsOracle() {}

    static Map<String, Object> answer(Map<String, Object> question) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<Object> keys = new ArrayList<>();
        definition().configKeys().values().forEach(key -> keys.add(described(key)));
        answer.put("id", question.get("id"));
        answer.put("keys", keys);
        return answer;
    }

    private static ConfigDef definition() {
        try {
            Field definition = ProducerConfig.class.getDeclaredField("CONFIG");
            definition.setAccessible(true);
            return (ConfigDef) definition.get(null);
        } catch (ReflectiveOperationException otherRelease) {
            throw new IllegalStateException(otherRelease);
        }
    }

    private static Map<String, Object> described(ConfigKey key) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", key.name);
        described.put("type", key.type.name().toLowerCase());
        described.put("required", key.defaultValue == ConfigDef.NO_DEFAULT_VALUE);
        described.put("default", key.defaultValue == ConfigDef.NO_DEFAULT_VALUE ? null : text(key.defaultValue));
        described.put("validator", key.validator == null ? null : key.validator.toString().replaceAll("@[0-9a-f]+$", ""));
        described.put("importance", key.importance.name().toLowerCase());
        described.put("emptyListAllowed", emptyListAllowed(key.validator));
        described.put("internal", key.internalConfig);
        described.put("documentation", key.documentation);
        return described;
    }

    /** ConfigDef.ValidList (4.2) does not say in its text what it allows; null for every other validator. */
    private static Object emptyListAllowed(ConfigDef.Validator validator) {
        if (validator == null || !validator.getClass().getSimpleName().equals("ValidList")) return null;
        try {
            Field allowed = validator.getClass().getDeclaredField("isEmptyAllowed");
            allowed.setAccessible(true);
            return allowed.get(validator);
        } catch (ReflectiveOperationException otherRelease) {
            throw new IllegalStateException(otherRelease);
        }
    }

    private static String text(Object value) {
        if (value == null) return null;
        if (value instanceof Class<?> type) return type.getName();
        if (value instanceof Collection<?> list) return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        return String.valueOf(value);
    }
}
