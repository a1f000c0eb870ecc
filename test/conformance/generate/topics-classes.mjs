// Settings that name classes: serializers, interceptors, metric reporters, and what those classes read themselves.
import { grid, line, lines } from "./text.mjs";

const SERIALIZATION = "org.apache.kafka.common.serialization";
const gridTexts = (choices) => grid(choices).map(lines);

export function serializers(random, catalog) {
  const known = Object.keys(catalog.instantiableClasses[`${SERIALIZATION}.Serializer`]);
  const wrong = [
    `${SERIALIZATION}.StringDeserializer`,
    `${SERIALIZATION}.Serdes$StringSerde`,
    `${SERIALIZATION}.Serializer`,
    `${SERIALIZATION}.stringSerializer`,
    "StringSerializer",
    "java.lang.String",
    "com.example.Missing",
    "",
    ` ${known[0]} `,
    `"${known[0]}"`,
  ];
  const both = gridTexts({ "key.serializer": [...known, ...wrong], "value.serializer": [...known, ...wrong] });
  const encodings = [
    "UTF-8",
    "utf8",
    "ISO-8859-1",
    "latin1",
    "UTF-8 ",
    " UTF-8",
    "",
    "nope",
    "U T F",
    "US-ASCII",
    "UTF-16LE",
    "utf_8",
    "é",
    "1",
  ];
  const encoding = ["key.serializer.encoding", "value.serializer.encoding", "serializer.encoding"].flatMap((key) =>
    encodings.map((value) => line(key, value)),
  );
  const lists = gridTexts({
    "value.serializer": [`${SERIALIZATION}.ListSerializer`],
    "default.list.value.serde.inner": [
      undefined,
      `${SERIALIZATION}.Serdes$StringSerde`,
      `${SERIALIZATION}.Serdes$StringSerde `,
      `${SERIALIZATION}.Serdes$LongSerde`,
      `${SERIALIZATION}.StringSerializer`,
      "java.lang.String",
      "com.example.Missing",
      "",
    ],
    "default.list.key.serde.inner": [undefined, `${SERIALIZATION}.Serdes$StringSerde`],
    "key.serializer": [undefined, `${SERIALIZATION}.ListSerializer`],
  });
  return [
    ...random.some(both, 150),
    ...encoding,
    ...random.some(encoding, 12).map((text, index) => `${text}\n${encoding[index * 3]}`),
    ...lists,
  ];
}

/** Files of their own: the base lines are part of the question. */
export function incompleteFiles() {
  const serializer = `${SERIALIZATION}.StringSerializer`;
  return [
    "",
    "\n",
    "# nothing\n",
    "bad=\\u12",
    ...gridTexts({
      "bootstrap.servers": [undefined, "127.0.0.1:1", "", "x"],
      "key.serializer": [undefined, serializer, "", "x"],
      "value.serializer": [undefined, serializer, "", "x"],
      acks: [undefined, "2"],
    }),
    `key.serializer=${serializer}\nacks=x\nretries=x`,
    `bootstrap.servers=127.0.0.1:1\nkey.serializer=${serializer}\nvalue.serializer=${serializer}\nacks=\\u00zz`,
  ];
}

export function listedClasses(random) {
  const reporter = "org.apache.kafka.common.metrics.JmxReporter";
  const names = [
    reporter,
    "java.lang.String",
    "com.example.Missing",
    "java.util.List",
    "java.lang.Number",
    "",
    "org.apache.kafka.common.metrics.MetricsReporter",
    "org.apache.kafka.clients.producer.ProducerInterceptor",
    "JmxReporter",
  ];
  const list = () =>
    Array.from({ length: random.between(1, 3) }, () => random.pick(names)).join(random.pick([",", ", ", " , "]));
  const lists = ["interceptor.classes", "metric.reporters"].flatMap((key) => [
    ...names.map((name) => line(key, name)),
    ...names.map((name) => line(key, `${name},`)),
    ...names.map((name) => line(key, `${name},${name}`)),
    ...Array.from({ length: 30 }, () => line(key, list())),
  ]);
  const metrics = gridTexts({
    "metric.reporters": [undefined, "", reporter, "com.example.Missing"],
    "auto.include.jmx.reporter": [undefined, "true", "false"],
    "metrics.jmx.include": [undefined, "kafka.*", "("],
    "enable.metrics.push": [undefined, "false"],
  });
  const filters = ["include", "exclude", "whitelist", "blacklist"].flatMap((filter) =>
    [".*", "[", "(", "", "a{", "*", "a|b"].map((value) => line(`metrics.jmx.${filter}`, value)),
  );
  return [...lists, ...metrics, ...filters, "metrics.context.x=1", "metrics.jmx.include=a\nmetrics.jmx.whitelist=("];
}

export function metricsAndOthers() {
  return [
    ...gridTexts({
      "metrics.num.samples": [undefined, "1", "0", "2147483647"],
      "metrics.sample.window.ms": [undefined, "0", "9223372036854775807", "-1"],
      "metrics.recording.level": [undefined, "DEBUG", "TRACE", "debug"],
    }),
    ...gridTexts({
      "client.id": [undefined, "", " ", "a b", "x,y=z", "a*", 'q"', "producer-1", "é", "a:b", "[x] ", "${x}"],
      "transactional.id": [undefined, "t 1", "producer-1", "é"],
    }),
    ...gridTexts({
      "metadata.recovery.strategy": [undefined, "none", "REBOOTSTRAP", "Rebootstrap", "x"],
      "metadata.recovery.rebootstrap.trigger.ms": [undefined, "0", "-1", "1"],
    }),
    ...gridTexts({
      "metadata.max.age.ms": [undefined, "0", "-1"],
      "metadata.max.idle.ms": [undefined, "4999", "5000"],
      "connections.max.idle.ms": [undefined, "-1", "0"],
    }),
    ...gridTexts({
      "send.buffer.bytes": [undefined, "-2", "-1", "0", "2147483647"],
      "receive.buffer.bytes": [undefined, "-2", "-1", "0"],
    }),
    ...["com.example.Missing", "java.lang.String", "", ",", "a,b", "java.util.List"].map((value) =>
      line("security.providers", value),
    ),
  ];
}
