// Texts written by hand, one group per rule of java.util.Properties.load. Products of small lists where a rule has many
// places to apply.

/** Every way of joining one element of each list. */
function product(...lists) {
  return lists.reduce((done, list) => done.flatMap((head) => list.map((tail) => head + tail)), [""]);
}

const LINE_ENDS = ["", "\n", "\r", "\r\n", "\n\r", "\r\r", "\n\n"];

/** Not white space and not line ends for the loader, whatever they are for others. */
const LOOK_ALIKES = [
  "\u000b",
  "\u00a0",
  "\u0085",
  "\u2028",
  "\u2029",
  "\ufeff",
  "\u3000",
  "\u0000",
  "\u001c",
  "\u200b",
  "\u0008",
  "\u001a",
];

const whiteSpaceAndComments = [
  ...product(["", " ", "\t", "\f", " \t\f "], ["", "#", "!", "#c", "!c", "# c", "##"], LINE_ENDS, ["", "a=1"]),
  ...product(["#c\\", "!c\\\\", "#\\u00zz", "# a=1 \\"], ["\n", "\r", "\r\n", ""], ["a=1", " b", ""]),
  ...product(
    ["//", ";", "--", "[section]", "{", "a=1 # no comment", "a=1 ! no comment", "a#b=1", "a!b=1", "a #b"],
    ["", "\nb=2"],
  ),
];

const separators = [
  ...product(
    ["k"],
    ["=", ":", " ", "\t", "\f", "", "==", "::", "=:", ":=", " = ", " : ", "\t=\f", " = = ", " =: ", "  ", " =", "= "],
    ["v", "", " v", "=v", "v ", "v\t"],
    ["", "\n"],
  ),
  ...product(["", " ", "\t"], ["=", ":", "= ", " =", "=="], ["", "v", "=v"]),
  ...[
    "export acks=1",
    "a b c",
    "a=b=c",
    "a:b=c",
    "a b=c",
    "  a = b  ",
    "a.b-c_d=e",
    "ключ=значение",
    "key\u00a0=v",
    "a\u0085=v",
  ],
];

const continuations = [
  ...product(
    ["a", "a=", "a=1", "a ", "a =", "a = 1 ", "=", "", " ", "a\\=b", "#", "!x"],
    ["\\", "\\\\", "\\\\\\", "\\\\\\\\"],
    ["", "\n", "\r", "\r\n", "\r\r\n", "\n\n"],
    ["", "b", "  b", "\t\f#b", "=b", "\\\nc"],
  ),
  ...product(["a=1\\\n", "a\\\n"], [" ", "\t", "\f", "\u000b", "\u00a0"], ["b", "#b", "!b", "\nb", "\\\n c"]),
  ...product(["a=1", "a"], ["\\ ", "\\\t", "\\\f"], ["\n", "\r\n", ""], ["b=2", ""]),
  "a=1,\\\n  2,\\\n  3\nb=4",
  "a=1\\\n\nb=2",
  "a=1\\\n   \nb=2",
  "a=1\\\n\\\n\\\nb=2",
  "a\\\n=\\\n1",
  "a\\\n \\\n = 1",
  "\\\na=1",
  "\\\n#a=1",
  "  \\\n  #a=1",
  "\\\n\\\n!a=1",
  "\\",
  "\\\\",
  "\\\n",
  "\\\r",
  "\\\r\n",
  "a=1\\\r\n\r\nb=2",
  "a=1\\\r\rb=2",
];

const escapes = [
  ...product(
    ["", "k=", "k", "k = a"],
    [..."tnrfbavex0\"' :=#!,;{}"].map((letter) => `\\${letter}`),
    ["", "z"],
  ),
  ...product(
    ["k=", "", "a=1\nk="],
    [
      "\\u0041",
      "\\u00e9",
      "\\u00E9",
      "\\u20AC",
      "\\u0000",
      "\\uFFFF",
      "\\ufeff",
      "\\U0041",
      "\\uu0041",
      "\\u041",
      "\\u",
      "\\u0",
      "\\u00",
      "\\u004",
      "\\u004g",
      "\\u 041",
      "\\u+041",
      "\\u-041",
      "\\u٠٠٤١",
      "\\u００４１",
      "\\u00\n41",
      "\\u00\\\n41",
      "\\\\u0041",
      "\\\\\\u0041",
      "\\u00411",
      "\\u0041\\u0042",
      "\\u0_41",
    ],
    ["", "x", "\n", "\nb=2"],
  ),
  ...product(
    ["a", ""],
    ["\\u003d", "\\u003a", "\\u0020", "\\u0009", "\\u000a", "\\u000d", "\\u0023", "\\u0021", "\\u005c", "\\u000c"],
    ["=v", "b", "", " v"],
  ),
  ...product(
    ["k="],
    ["\\u0020", "\\u0009", "\\u005c", "\\u005cn", "\\u005cu0041", "\\u000a", "\\ ", "\\\t"],
    ["v", "", " v", "\n"],
  ),
  ...[
    "k=\\ud83d\\ude00",
    "k=\\ud83d",
    "k=\\ude00",
    "k=\\ud83dx",
    "k=\ud83d",
    "k=\ude00\ud83d",
    "\\ud83d=v",
    "\ud83d=v",
    "😀=😀",
    "k=\\ud83d\ude00",
    "k=\\\ud83d\ude00",
  ],
  ...[
    "#\\u00",
    "#\\uzzzz\na=1",
    "!\\u",
    "a=1\n#\\u12\nb=2",
    "a=1\\\n#\\u12",
    "a\\u00zz=1",
    "\\u00zz",
    "a=1\nb=\\u12\nc=3",
  ],
];

const keys = [
  ...[
    "\\=",
    "\\:",
    "\\ ",
    "\\#",
    "\\!",
    "a\\ b",
    "a\\=b",
    "a\\:b",
    "a\\\\=b",
    "a\\\\\\=b",
    "\\#a",
    "\\!a",
    " \\ a",
    "\\\\",
  ].flatMap((key) => product([key], ["=v", " v", ":v", ""])),
  ...[
    "__proto__=1",
    "constructor=1",
    "hasOwnProperty=1\ntoString=2",
    "__proto__=1\n__proto__=2\nvalueOf=3",
    "length=1\n0=a\n1=b",
  ],
];

const duplicates = [
  "a=1\na=2",
  "a=1\na",
  "a\na=1",
  "a=1\nA=2",
  "a=1\n a = 2 \na:3",
  "a=1\n\\u0061=2",
  "a=1\na\\\n=2",
  "=1\n=2",
  "acks=all\nacks=0\nacks=1",
  "a=1\na =1\na\t=2",
];

const endsOfInput = product(
  [
    "",
    " ",
    "#",
    "a",
    "a=",
    "a =",
    "a = ",
    "a=1",
    "a=1 ",
    "a=1\\",
    "a=1\\\\",
    "a\\",
    "a\\ ",
    "a=\\u0041",
    "a=\\u004",
    "\\u0041",
    "a=1\r",
    "a=1\\\r",
    "a=1\\\n ",
    "a=1\\\n#",
  ],
  ["", "\n", "\r", "\u001a"],
);

const lookAlikes = LOOK_ALIKES.flatMap((letter) =>
  [
    `${letter}a=1`,
    `a${letter}=1`,
    `a=${letter}1`,
    `a=1${letter}`,
    `a=1${letter}b=2`,
    `a${letter}b`,
    `${letter}`,
    `${letter}#c`,
    `a=1\\${letter}b`,
    `\\${letter}`,
    `a=1\\\n${letter}b`,
    `${letter}\na=1`,
    `a=1\n${letter}b=2`,
  ].concat(`\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}a=1`),
);

const realistic = [
  "ssl.truststore.location=C:\\temp\\kafka.jks",
  "ssl.truststore.location=C:\\users\\kafka.jks",
  "ssl.truststore.location=C:\\\\users\\\\kafka.jks",
  "ssl.truststore.location=C:/users/kafka.jks\nacks=all",
  "ssl.keystore.location = \\\\server\\share\\k.jks",
  "ssl.keystore.location = \\\\\\\\server\\\\share\\\\k.jks\\",
  "acks: 1\nlinger.ms: 5\n---\nbatch.size: 1",
  "acks=\"all\"\nclient.id='x'",
  "acks=all ",
  "acks=all\t\nretries=3 \r\n",
  "acks=all # wait for all\nretries=3;",
  "password=p@ss#w!rd:=\\\\ x",
  "\ufeffbootstrap.servers=a:9092\nacks=all",
  "\ufeff# comment\nacks=all",
  "\ufeff\nacks=all",
  "ï»¿acks=all",
  'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\\n  username="a" \\\n  password="b";',
  'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required \\ \n  username="a";',
  'sasl.jaas.config=PlainLoginModule required\n  username="a"\n  password="b";',
  "ssl.keystore.key=-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----",
  "ssl.keystore.key=-----BEGIN PRIVATE KEY-----\\\nMIIE==\\\n-----END PRIVATE KEY-----\\\n",
  "a=${env:X}\nb=${file:/x:y}\nc=#{x}",
  "bootstrap.servers=a:9092,\\\nb:9092,\\\r\nc:9092,\\\r  d:9092",
  "<<<<<<< HEAD\nacks=1\n=======\nacks=all\n>>>>>>> branch",
];

/** @type {string[]} */
export const HAND_MADE = [
  whiteSpaceAndComments,
  separators,
  continuations,
  escapes,
  keys,
  duplicates,
  endsOfInput,
  lookAlikes,
  realistic,
].flat();
