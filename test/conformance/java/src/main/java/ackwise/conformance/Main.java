package ackwise.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/**
 * One question per line on standard input, one answer per line on standard output, both JSON, until the input ends.
 * The first argument names the oracle: properties, constructor, definitions, traces or transactions.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
        // Nothing but answers may appear on standard output, whatever a library prints.
        System.setOut(System.err);
        answerAll(oracle(arguments[0]), answers);
        // Login threads, reporters and the like must not keep the process alive.
        System.exit(0);
    }

    @SuppressWarnings("unchecked")
    private static void answerAll(Function<Map<String, Object>, Map<String, Object>> oracle, PrintStream answers)
            throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            if (!line.isBlank()) answers.println(Json.write(oracle.apply((Map<String, Object>) Json.parse(line))));
            // Flushing only when no question waits keeps recording fast and conversation possible.
            if (!questions.ready()) answers.flush();
        }
    }

    private static Function<Map<String, Object>, Map<String, Object>> oracle(String name) {
        return switch (name) {
            case "properties" -> PropertiesOracle::answer;
            case "constructor" -> new ConstructorOracle()::answer;
            case "definitions" -> DefinitionsOracle::answer;
            case "traces" -> TraceOracle::answer;
            case "transactions" -> TransactionOracle::answer;
            default -> throw new IllegalArgumentException("no such oracle: " + name);
        };
    }
}
