// What the codecs of kafka-clients make of record batches, and what they cost: bench/codecs/README.md says how to run it.
// Uses the client's own MemoryRecordsBuilder with its default levels, so buffers and block sizes are the producer's.
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecordsBuilder;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.CloseableIterator;

public class Codecs {
    static final String[] FIRST = {"Anna", "Ben", "Chloe", "David", "Elif", "Farid", "Grace", "Hana", "Ivan", "Jun", "Kofi", "Lena", "Mateo", "Nora", "Omar", "Priya"};
    static final String[] LAST = {"Smith", "Garcia", "Kim", "Nguyen", "Patel", "Rossi", "Silva", "Novak", "Mueller", "Okafor", "Tanaka", "Dubois", "Hansen", "Popescu", "Yilmaz", "Cohen"};
    static final String[] PATHS = {"/", "/cart", "/checkout", "/search", "/products", "/account/orders", "/login", "/help/returns", "/category/shoes", "/category/books"};
    static final String[] LEVELS = {"INFO", "INFO", "INFO", "INFO", "WARN", "DEBUG", "ERROR"};
    static final String[] CLASSES = {"o.e.shop.OrderService", "o.e.shop.PaymentClient", "o.e.http.AccessLog", "o.e.stock.Reservations", "o.e.mail.Outbox"};
    static final String[] TEXTS = {"order accepted, reserving stock", "request finished", "retrying after timeout of upstream", "cache miss, loading from database", "message queued for delivery"};

    static String hex(Random random, int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) text.append(Character.forDigit(random.nextInt(16), 16));
        return text.toString();
    }

    static <T> T one(Random random, T[] of) { return of[random.nextInt(of.length)]; }

    /** An order as JSON, about 1,000 bytes: names repeat, ids and amounts do not. */
    static String json(Random random) {
        String first = one(random, FIRST), last = one(random, LAST);
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
            "{\"eventId\":\"%s-%s-%s\",\"type\":\"OrderPlaced\",\"occurredAt\":\"2026-03-%02dT%02d:%02d:%02d.%03dZ\",\"customer\":{\"id\":%d,\"name\":\"%s %s\",\"email\":\"%s.%s%d@example.com\",\"segment\":\"%s\"},\"session\":{\"id\":\"%s\",\"ip\":\"%d.%d.%d.%d\",\"path\":\"%s\"},\"items\":[",
            hex(random, 8), hex(random, 4), hex(random, 12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60), random.nextInt(1000),
            random.nextInt(5_000_000), first, last, first.toLowerCase(Locale.ROOT), last.toLowerCase(Locale.ROOT), random.nextInt(1000), random.nextBoolean() ? "regular" : "new",
            hex(random, 32), random.nextInt(256), random.nextInt(256), random.nextInt(256), random.nextInt(256), one(random, PATHS)));
        int items = 4 + random.nextInt(4);
        for (int i = 0; i < items; i++)
            text.append(String.format(Locale.ROOT, "%s{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":%d.%02d,\"currency\":\"EUR\"}", i == 0 ? "" : ",",
                hex(random, 10).toUpperCase(Locale.ROOT), 1 + random.nextInt(5), random.nextInt(300), random.nextInt(100)));
        text.append(String.format(Locale.ROOT, "],\"total\":%d.%02d,\"paymentMethod\":\"%s\",\"shipping\":{\"country\":\"DE\",\"zip\":\"%05d\"},\"traceId\":\"%s\"}",
            random.nextInt(2000), random.nextInt(100), random.nextBoolean() ? "CARD" : "INVOICE", random.nextInt(100_000), hex(random, 32)));
        return text.toString();
    }

    /** A line of a service's log, about 200 bytes. */
    static String logLine(Random random) {
        return String.format(Locale.ROOT, "2026-03-14 %02d:%02d:%02d.%03d %-5s [http-nio-8080-exec-%d] %s : %s orderId=%d traceId=%s durationMs=%d status=%d path=%s",
            9, 30 + random.nextInt(2), random.nextInt(60), random.nextInt(1000), one(random, LEVELS), random.nextInt(64), one(random, CLASSES), one(random, TEXTS),
            random.nextInt(5_000_000), hex(random, 16), random.nextInt(900), random.nextInt(10) == 0 ? 500 : 200, one(random, PATHS));
    }

    static byte[] letters(Random random) {
        byte[] bytes = new byte[1000];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) ('A' + random.nextInt(26));
        return bytes;
    }

    static byte[] noise(Random random) {
        byte[] bytes = new byte[1000];
        random.nextBytes(bytes);
        return bytes;
    }

    static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    /** As a broker's thread: buffers are used again. */
    static final BufferSupplier BUFFERS = BufferSupplier.create();
    static final int[] SIZES = {1_024, 4_096, 16_384, 65_536};

    static ByteBuffer buildBatch(Compression codec, byte[][] values, int from, int rawBytes, ByteBuffer buffer, int[] raw) {
        buffer.clear();
        MemoryRecordsBuilder builder = MemoryRecords.builder(buffer, codec, TimestampType.CREATE_TIME, 0L);
        int bytes = 0;
        for (int i = from; bytes == 0 || bytes + values[i % values.length].length <= rawBytes; i++) {
            byte[] value = values[i % values.length];
            builder.append(1_700_000_000_000L + i, null, value);
            bytes += value.length + 10;
        }
        MemoryRecords records = builder.build();
        raw[0] += bytes;
        return records.buffer();
    }

    static void measure(String data, Function<Random, byte[]> make, String codecName) {
        measure(data, make, codecName, Compression.of(codecName).build(), 9, 3_000_000);
    }

    static void measure(String data, Function<Random, byte[]> make, String codecName, Compression codec, int rounds, long enoughBytes) {
        Random random = new Random(7);
        byte[][] values = new byte[4_000][];
        for (int i = 0; i < values.length; i++) values[i] = make.apply(random);
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-8s %-8s", data, codecName));
        double nanosIn = 0, nanosOut = 0;
        for (int size : SIZES) {
            long wireBytes = 0;
            int[] raw = {0};
            long bestIn = Long.MAX_VALUE, bestOut = Long.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                raw[0] = 0;
                wireBytes = 0;
                long in = 0, out = 0;
                for (int batch = 0; batch * (long) size < enoughBytes; batch++) {
                    long before = CPU.getCurrentThreadCpuTime();
                    ByteBuffer bytes = buildBatch(codec, values, batch * 37, size, buffer, raw);
                    long between = CPU.getCurrentThreadCpuTime();
                    long sum = 0;
                    for (RecordBatch each : MemoryRecords.readableRecords(bytes).batches())
                        try (CloseableIterator<Record> records = each.streamingIterator(BUFFERS)) {
                            while (records.hasNext()) sum += records.next().sizeInBytes();
                        }
                    long after = CPU.getCurrentThreadCpuTime();
                    if (sum == 0) throw new IllegalStateException();
                    in += between - before;
                    out += after - between;
                    wireBytes += bytes.limit() - 61;
                }
                bestIn = Math.min(bestIn, in);
                bestOut = Math.min(bestOut, out);
            }
            row.append(String.format(Locale.ROOT, "  %.3f", wireBytes / (double) raw[0]));
            nanosIn = bestIn / (double) raw[0];
            nanosOut = bestOut / (double) raw[0];
            row.append(String.format(Locale.ROOT, " (%.2f/%.2f)", nanosIn, nanosOut));
        }
        System.out.println(row);
    }

    /**
     * compression.gzip.level, compression.lz4.level and compression.zstd.level: the default among them, to compare with. Higher
     * levels of zstd take some 20 ms for every batch, whatever its size: that is no cost by byte.
     */
    static void measureLevels() {
        System.out.println("data     level    compressed/raw (ns per raw byte to compress/decompress) of batches of 1, 4, 16, 64 KiB");
        for (int level : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9}) measureLevel("gzip", level, Compression.gzip().level(level).build());
        for (int level : new int[] {1, 3, 5, 8, 9, 10, 12, 15, 17}) measureLevel("lz4", level, Compression.lz4().level(level).build());
        for (int level : new int[] {-7, -1, 1, 2, 3, 4, 5, 6, 7, 9}) measureLevel("zstd", level, Compression.zstd().level(level).build());
    }

    static void measureLevel(String codecName, int level, Compression codec) {
        String name = codecName + "-" + level;
        measure("json", random -> json(random).getBytes(StandardCharsets.UTF_8), name, codec, 5, 1_000_000);
        measure("logs", random -> logLine(random).getBytes(StandardCharsets.UTF_8), name, codec, 5, 1_000_000);
        measure("letters", Codecs::letters, name, codec, 5, 1_000_000);
        measure("random", Codecs::noise, name, codec, 5, 1_000_000);
    }

    public static void main(String[] arguments) {
        if (arguments.length == 1 && arguments[0].equals("levels")) {
            measureLevels();
            return;
        }
        measure("warm-up", random -> json(random).getBytes(StandardCharsets.UTF_8), "none");
        System.out.println("data     codec    compressed/raw (ns per raw byte to compress/decompress) of batches of 1, 4, 16, 64 KiB");
        for (String codec : new String[] {"none", "gzip", "snappy", "lz4", "zstd"}) {
            measure("json", random -> json(random).getBytes(StandardCharsets.UTF_8), codec);
            measure("logs", random -> logLine(random).getBytes(StandardCharsets.UTF_8), codec);
            measure("letters", Codecs::letters, codec);
            measure("random", Codecs::noise, codec);
        }
    }
}
