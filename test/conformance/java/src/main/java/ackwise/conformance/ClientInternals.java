package ackwise.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.ClientRequest;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.utils.Time;

/** What the recorder needs of the client's insides, wherever the releases keep it. Everything is looked at, nothing replaced. */
final class ClientInternals {
    private ClientInternals() {}

    /** The constructor Kafka's own tests use: the producer's own wiring, except for the network client and the clock. */
    @SuppressWarnings("unchecked")
    static KafkaProducer<byte[], byte[]> producer(ProducerConfig config, KafkaClient client, Time time) {
        Constructor<?> constructor = constructor(KafkaProducer.class, parameters -> parameters.contains(KafkaClient.class));
        return (KafkaProducer<byte[], byte[]>) create(constructor, config, client, time);
    }

    /** Up to 3.6 a cache, since 3.7 a snapshot: what Metadata hands out until its next update. */
    static Object metadataView(Object metadata) {
        return field(metadata, type -> List.of("MetadataCache", "MetadataSnapshot").contains(type.getSimpleName()));
    }

    /** Since 3.7 it is also asked whether that resets a backoff; a closed connection does not. */
    static void requestUpdate(Object metadata) {
        for (Method method : metadata.getClass().getSuperclass().getDeclaredMethods()) {
            if (!method.getName().equals("requestUpdate")) continue;
            if (method.getParameterCount() == 0) call(metadata, "requestUpdate");
            else call(metadata, "requestUpdate", false);
            return;
        }
        throw new Effect.OracleBroken("no requestUpdate in " + metadata.getClass());
    }

    static void setField(Object owner, String name, Object value) {
        try {
            Field field = owner.getClass().getDeclaredField(name);
            field.setAccessible(true);
            field.set(owner, value);
        } catch (ReflectiveOperationException unknownRelease) {
            throw new Effect.OracleBroken(unknownRelease.toString());
        }
    }

    /** The queue of a partition, or null before its first record. */
    static Deque<?> queue(Object accumulator, TopicPartition partition) {
        return (Deque<?>) call(accumulator, "getDeque", partition);
    }

    static boolean isFull(Object batch) {
        return (boolean) call(batch, "isFull");
    }

    /** The batches of a produce request by partition: the completion handler holds them. */
    static Map<?, ?> batchesOf(ClientRequest request) {
        return (Map<?, ?>) field(request.callback(), Map.class::isAssignableFrom);
    }

    /** The application's callbacks of a batch, in the order of its records. */
    static <T extends Callback> List<T> callbacks(Object batch, Class<T> type) {
        List<T> callbacks = new ArrayList<>();
        for (Object thunk : (List<?>) Effect.field(batch, "thunks")) {
            Object callback = Effect.field(thunk, "callback");
            while (!type.isInstance(callback)) callback = field(callback, Callback.class::isAssignableFrom);
            callbacks.add(type.cast(callback));
        }
        return callbacks;
    }

    /** MemoryRecords moved to another package in 4.3. */
    static ByteBuffer encoded(Object partitionProduceData) {
        return (ByteBuffer) call(call(partitionProduceData, "records"), "buffer");
    }

    /** Since 3.9 a node comes with whether the client could reach any. */
    static Object leastLoadedNode(Method asked, Node node) {
        if (asked.getReturnType() == Node.class) return node;
        return create(asked.getReturnType().getConstructors()[0], node, true);
    }

    static ClientResponse answered(ClientRequest request, short version, long nowMs, AbstractResponse body) {
        return new ClientResponse(
                request.makeHeader(version), request.callback(), request.destination(), request.createdTimeMs(), nowMs,
                false, null, null, body);
    }

    /** Since 3.5 a response says whether the client itself gave up waiting. */
    static ClientResponse disconnected(ClientRequest request, short version, long nowMs, boolean timedOut) {
        Constructor<?> longest = ClientResponse.class.getConstructors()[0];
        for (Constructor<?> other : ClientResponse.class.getConstructors())
            if (other.getParameterCount() > longest.getParameterCount()) longest = other;
        List<Object> arguments = new ArrayList<>();
        arguments.addAll(List.of(request.makeHeader(version), request.callback(), request.destination()));
        arguments.addAll(List.of(request.createdTimeMs(), nowMs, true));
        if (longest.getParameterCount() > 9) arguments.add(timedOut);
        while (arguments.size() < longest.getParameterCount()) arguments.add(null);
        try {
            return (ClientResponse) longest.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException unknownRelease) {
            throw new Effect.OracleBroken(unknownRelease.toString());
        }
    }

    private static Constructor<?> constructor(Class<?> type, Predicate<List<Class<?>>> isWanted) {
        for (Constructor<?> constructor : type.getDeclaredConstructors())
            if (isWanted.test(List.of(constructor.getParameterTypes()))) return constructor;
        throw new Effect.OracleBroken("no such constructor of " + type);
    }

    /** Calls a constructor with the arguments that fit its parameters in turn, and null for all others. */
    private static Object create(Constructor<?> constructor, Object... arguments) {
        Class<?>[] types = constructor.getParameterTypes();
        Object[] values = new Object[types.length];
        int next = 0;
        for (int i = 0; i < types.length; i++) {
            boolean fits = next < arguments.length && (types[i].isInstance(arguments[next]) || types[i] == boolean.class);
            if (fits) values[i] = arguments[next++];
            else if (types[i].getSimpleName().equals("ApiVersions")) values[i] = create(types[i].getConstructors()[0]);
        }
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            throw new Effect.OracleBroken(cause + (cause.getCause() == null ? "" : " " + cause.getCause()));
        }
    }

    private static Object field(Object owner, Predicate<Class<?>> isWanted) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!isWanted.test(field.getType())) continue;
                try {
                    field.setAccessible(true);
                    return field.get(owner);
                } catch (IllegalAccessException impossible) {
                    throw new Effect.OracleBroken(impossible.getMessage());
                }
            }
        }
        throw new Effect.OracleBroken("no such field in " + owner.getClass());
    }

    static boolean hasField(Object owner, String name) {
        for (Field field : owner.getClass().getDeclaredFields()) if (field.getName().equals(name)) return true;
        return false;
    }

    static boolean has(Object owner, String method) {
        for (Method other : owner.getClass().getMethods()) if (other.getName().equals(method)) return true;
        return false;
    }

    static Object call(Object owner, String name, Object... arguments) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (!method.getName().equals(name) || method.getParameterCount() != arguments.length) continue;
                try {
                    method.setAccessible(true);
                    return method.invoke(owner, arguments);
                } catch (ReflectiveOperationException broken) {
                    throw new Effect.OracleBroken(broken.toString());
                }
            }
        }
        throw new Effect.OracleBroken("no method " + name + " in " + owner.getClass());
    }
}
