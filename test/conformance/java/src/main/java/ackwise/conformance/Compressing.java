package ackwise.conformance;

import java.lang.reflect.Method;
import java.util.SplittableRandom;

/** What compression makes of batches: the contents of values, and what the client expects (CompressionRatioEstimator). */
final class Compressing {
    private static final String[] PLACES = {"org.apache.kafka.common.record.", "org.apache.kafka.common.record.internal."};
    private static final int WHOLE = 100;

    private Compressing() {}

    /** So many bytes, of which the first percents are noise of its own for every record, and the rest zeros. */
    static byte[] value(int bytes, int noisePercent, int send) {
        byte[] value = new byte[bytes];
        SplittableRandom random = new SplittableRandom(send);
        for (int at = 0; at < bytes * (long) noisePercent / WHOLE; at++) value[at] = (byte) random.nextInt();
        return value;
    }

    /** The estimator is static: a script must not know what the one before has learned. */
    static void forget(String topic) {
        call(estimator(), null, "resetEstimation", topic);
    }

    /** What the client now expects of the topic's batches, or null without compression. */
    static Double expectedRatio(Object batch, String topic) {
        Object builder = Effect.field(batch, "recordsBuilder");
        Object type;
        try {
            type = call(builder.getClass(), builder, "compressionType");
        } catch (Effect.OracleBroken since38) {
            Object compression = call(builder.getClass(), builder, "compression");
            type = call(compression.getClass(), compression, "type");
        }
        if (type.toString().equalsIgnoreCase("none")) return null;
        return (double) (float) call(estimator(), null, "estimation", topic, type);
    }

    private static Class<?> estimator() {
        for (String place : PLACES) {
            try {
                return Class.forName(place + "CompressionRatioEstimator");
            } catch (ClassNotFoundException elsewhere) {
                // It moved in 4.3.
            }
        }
        throw new Effect.OracleBroken("no CompressionRatioEstimator");
    }

    private static Object call(Class<?> type, Object owner, String name, Object... arguments) {
        for (Method method : type.getMethods()) {
            if (!method.getName().equals(name) || method.getParameterCount() != arguments.length) continue;
            try {
                method.setAccessible(true);
                return method.invoke(owner, arguments);
            } catch (ReflectiveOperationException broken) {
                throw new Effect.OracleBroken(broken.toString());
            }
        }
        throw new Effect.OracleBroken("no method " + name + " in " + type);
    }
}
