package ackwise.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What the JDK's own Properties.load(Reader) makes of a text. */
final class PropertiesOracle {
    private PropertiesOracle() {}

    /** {text} becomes {text, entries} (pairs sorted by UTF-16 code units of the key) or {text, error}. */
    static Map<String, Object> answer(Map<String, Object> question) {
        String text = (String) question.get("text");
        Map<String, Object> answer = new LinkedHashMap<>();
        if (question.containsKey("id")) answer.put("id", question.get("id"));
        answer.put("text", text);
        try {
            answer.put("entries", entries(load(text)));
        } catch (IllegalArgumentException failure) {
            answer.put("error", failure.getMessage());
        }
        return answer;
    }

    static Properties load(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return properties;
    }

    private static List<Object> entries(Properties properties) {
        List<Object> entries = new ArrayList<>();
        new TreeMap<>(properties).forEach((key, value) -> entries.add(List.of(key, value)));
        return entries;
    }
}
