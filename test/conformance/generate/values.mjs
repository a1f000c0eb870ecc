// Values of each type of ConfigDef: accepted forms, rejected forms, and the edges between them.

const NUMBER_FORMS = [
  ...[
    "5",
    "+5",
    "-5",
    "0",
    "-0",
    "007",
    "010",
    "1",
    "-1",
    "-2",
    "٣",
    "１２",
    "५",
    " 5",
    "5 ",
    "\t5\t",
    "5\n",
    "\u00005",
  ],
  ...[
    "",
    " ",
    "\u00a05",
    "5\u00a0",
    "\ufeff5",
    "\u30005",
    "1_000",
    "1,000",
    "1 000",
    "0x10",
    "#10",
    "1e3",
    "1.0",
    "5L",
    "5l",
    "32MB",
  ],
  ...[
    "10s",
    "10 ms",
    '"5"',
    "'5'",
    "five",
    "--5",
    "+-5",
    "+",
    "-",
    "NaN",
    "null",
    "true",
    "5;",
    "5,",
    "5 # five",
    "${x}",
    "Ⅴ",
    "²",
    "𝟓",
  ],
];
const BIG_NUMBERS = [
  ...["32767", "32768", "-32768", "-32769", "2147483646", "2147483647", "2147483648", "-2147483648", "-2147483649"],
  ...[
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "99999999999999999999",
    "00000000000000000000001",
  ],
];
const DOUBLE_FORMS = [
  ...[
    "0.8",
    ".8",
    "8e-1",
    "8E-1",
    "0.8d",
    "0.8D",
    "0.8f",
    "0x1p-1",
    "0x1.8P-1",
    "1",
    "+0.5",
    "-0.0",
    "0.",
    "NaN",
    "-NaN",
    "Infinity",
    "-Infinity",
  ],
  ...[
    " 0.8 ",
    "0,8",
    "",
    " ",
    "abc",
    "0.8%",
    "80%",
    "1e400",
    "1e-400",
    "infinity",
    "nan",
    "٠.٨",
    "0.8l",
    "0x1",
    ".",
    "1e",
    "\u00a00.8",
    "0_8",
  ],
];
const BOOLEANS = [
  "true",
  "false",
  "TRUE",
  "False",
  " true ",
  "true\t",
  "yes",
  "no",
  "1",
  "0",
  "on",
  "off",
  "",
  " ",
  "truee",
  "t",
  '"true"',
  "true,",
  "true # yes",
  "\u00a0true",
  "null",
  "ｔrue",
];
const STRINGS = [
  "x",
  "",
  " ",
  " x ",
  "a b",
  "\u00a0x",
  '"x"',
  "ünï",
  "${x}",
  "${env:X}",
  "x # y",
  "null",
  "😀",
  "a,b",
  "\u0000",
];
const LISTS = [
  "a",
  "a,b",
  "a, b",
  " a ,b ",
  "a,",
  ",a",
  ",",
  "a,,b",
  "a,a",
  "a, a",
  "",
  " ",
  "a;b",
  "[a,b]",
  '"a,b"',
  "\u00a0,a",
  " , ",
  "a,b,a",
  "null",
];
const CLASSES = [
  ...[
    "java.lang.String",
    "java.lang.Object",
    "java.util.List",
    "java.lang.Number",
    "java.util.Map$Entry",
    "com.example.Missing",
    "Missing",
    "",
  ],
  ...[
    " ",
    " java.lang.String ",
    "java.lang.string",
    "String",
    "java/lang/String",
    "int",
    "[I",
    "java.lang.String[]",
    "[Ljava.lang.String;",
    "java.lang.String.class",
  ],
  ...[
    "org.apache.kafka.common.serialization.StringSerializer",
    "org.apache.kafka.common.serialization.Serializer",
    "\u00a0java.lang.String",
    "java.lang.String,java.lang.String",
    "org.apache.kafka.connect.json.JsonConverter",
  ],
];

/** Every text form worth trying for a type of ConfigDef. */
export function formsOf(type) {
  switch (type) {
    case "int":
    case "long":
    case "short":
      return [...NUMBER_FORMS, ...BIG_NUMBERS];
    case "double":
      return DOUBLE_FORMS;
    case "boolean":
      return BOOLEANS;
    case "list":
      return LISTS;
    case "class":
      return CLASSES;
    default:
      return STRINGS;
  }
}

/** The edges of what a validator lets through. */
export function edgesOf(validator, type) {
  if (validator === null) return [];
  if (validator.kind === "oneOf") return validator.values.flatMap(spellings);
  if (validator.kind === "range" || validator.kind === "gzipLevel") return rangeEdges(validator, type);
  return [];
}

function spellings(value) {
  const first = value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();
  const tricky = value.replace(/[iI]/, "ı").replace(/[sS]/, "ſ");
  return [
    value,
    value.toUpperCase(),
    value.toLowerCase(),
    first,
    ` ${value} `,
    `${value}\u00a0`,
    `"${value}"`,
    `${value},`,
    `${value}x`,
    value.replace(/[-_]/, " "),
    tricky,
  ];
}

function rangeEdges({ min, max, also }, type) {
  const step = type === "double" ? 0.001 : 1;
  const edges = [min, max, also].filter((edge) => edge !== undefined);
  return edges.flatMap((edge) => [edge - step, edge, edge + step]).map((edge) => String(Number(edge.toFixed(6))));
}
