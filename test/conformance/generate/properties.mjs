// Texts for Properties.load: every rule of the format at its edges, all short strings over its special characters, and
// seeded random ones. The same seed gives the same texts.
import { seeded } from "./random.mjs";
import { HAND_MADE } from "./properties-by-hand.mjs";

/** Characters and pieces that mean something to the loader, or look as if they did. */
const PIECES = [
  ..."abkv01",
  ..."==::##!!",
  ..."    \t\t\f",
  ..."\n\n\n\r",
  "\r\n",
  ...["\\", "\\", "\\", "\\\\", "\\\n", "\\\r\n", "\\\r", "\\ ", "\\=", "\\:", "\\#", "\\t", "\\n", "\\r", "\\f"],
  ...[
    "\\u0041",
    "\\u003d",
    "\\u0020",
    "\\u000a",
    "\\u005c",
    "\\uD83D",
    "\\uDE00",
    "\\u00e9",
    "\\u00E",
    "\\ug",
    "\\U0041",
  ],
  ...[
    "\u000b",
    "\u0000",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u3000",
    "é",
    "😀",
    "\ud83d",
    "\ude00",
    "\u007f",
  ],
  ...["acks", "all", "linger.ms", "__proto__", '"', "'", ";", ",", "//", "${", "}", "[", "]", "u", "n"],
];

const REALISTIC = [
  "# Producer\nbootstrap.servers=broker1:9092,broker2:9092\nacks=all\nretries=2147483647\nlinger.ms = 5\n",
  "bootstrap.servers: localhost:9092\r\nkey.serializer: org.apache.kafka.common.serialization.StringSerializer\r\nacks: 1\r\n",
  'security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n    username="u" \\\n    password="p=a:b#c!";\n',
  "! old style\nclient.id producer-1\ncompression.type\tzstd\nbatch.size\f65536",
  "ssl.truststore.location=C:\\\\temp\\\\kafka.jks\nssl.truststore.password = pa\\u0073s\\\\word \nssl.endpoint.identification.algorithm=\n",
  "interceptor.classes=com.example.A,\\\n  com.example.B,\\\n\n  com.example.C\nacks=0\nacks=all\n",
  "\\u0061cks=all\nkey\\ with\\ blanks=v\nkey\\:colon\\=equals : v\n\n\n  indented=1\n\tx=\\\ty\n",
];

/** Every string of at most `length` characters over the alphabet. */
function allStrings(alphabet, length) {
  const strings = [""];
  for (let from = 0, round = 0; round < length; round++) {
    const to = strings.length;
    for (let index = from; index < to; index++) for (const letter of alphabet) strings.push(strings[index] + letter);
    from = to;
  }
  return strings;
}

function randomText(random) {
  let text = "";
  for (let count = random.between(1, random.pick([6, 12, 40])); count > 0; count--) text += random.pick(PIECES);
  return text;
}

/** Changes a few places of a realistic file: cut, insert, double, or swap a piece. */
function mutated(random) {
  let text = random.pick(REALISTIC);
  for (let count = random.between(1, 5); count > 0; count--) {
    const at = random.below(text.length + 1);
    const cut = random.chance(0.4) ? random.between(1, 3) : 0;
    const piece = random.chance(0.75) ? random.pick(PIECES) : "";
    text = text.slice(0, at) + piece + text.slice(at + cut);
  }
  return random.chance(0.15) ? text.slice(0, random.below(text.length + 1)) : text;
}

/** The JDK reads 8192 characters at a time: line ends, escapes and continuations across that border. */
function acrossTheBuffer() {
  const texts = [];
  for (const piece of [
    "\\\r\n  b",
    "\\\n b",
    "\r\nb=1",
    "\n\rb=1",
    "\\u0041",
    "\\\\\n b=1",
    "\\\\\\\r\n b",
    "=v",
    "   #c",
    "\\\r",
  ])
    for (const length of [8188, 8190, 8191, 8192]) texts.push(`a=${"x".repeat(length - 2)}${piece}\n#end\nz=1`);
  for (const length of [8190, 8191, 8192, 8193])
    texts.push(`#${"c".repeat(length - 1)}\r\na=1`, `#${"c".repeat(length - 1)}\\\r\na=1`);
  return texts;
}

/**
 * @param {{seed?: number, random?: number, mutations?: number}} [options]
 * @returns {string[]} distinct texts
 */
export function propertiesTexts({ seed = 20260301, random: randomCount = 2600, mutations = 1800 } = {}) {
  const random = seeded(seed);
  const texts = new Set([...HAND_MADE, ...allStrings(["a", "=", "\\", "\n", "\r", " ", "#"], 4), ...acrossTheBuffer()]);
  for (let wanted = texts.size + randomCount; texts.size < wanted;) texts.add(randomText(random));
  for (let wanted = texts.size + mutations; texts.size < wanted;) texts.add(mutated(random));
  return [...texts];
}
