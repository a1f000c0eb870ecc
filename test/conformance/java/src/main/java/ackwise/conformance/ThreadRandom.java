package ackwise.conformance;

import java.lang.reflect.Field;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets the ThreadLocalRandom of the current thread begin where a script says, so that what the client's partitioners draw is
 * known: up to 3.2 they take it from there only, and since 3.3 as well when no test has put a supplier in its place.
 */
final class ThreadRandom {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    private ThreadRandom() {}

    static void begin(long seed) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // JDK 17 adds twice the thread's number to every step; a thread with the number 0 steps as SplittableRandom does.
        set("tid", 0);
        set("threadLocalRandomSeed", seed);
        if (random.nextInt() != mixed(seed + STEP)) throw new Effect.OracleBroken("this JDK draws in another way");
        set("threadLocalRandomSeed", seed);
    }

    /** The high half of MurmurHash3's finalizer (ThreadLocalRandom.mix32). */
    private static int mixed(long seed) {
        long mixed = (seed ^ (seed >>> 33)) * 0xff51afd7ed558ccdL;
        return (int) (((mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L) >>> 32);
    }

    private static void set(String name, long value) {
        try {
            Field field = Thread.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(Thread.currentThread(), value);
        } catch (ReflectiveOperationException otherJdk) {
            throw new Effect.OracleBroken(otherJdk.toString());
        }
    }
}
