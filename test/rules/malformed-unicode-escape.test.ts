import { malformedUnicodeEscape } from "../../server/src/core/rules/all/malformed-unicode-escape.js";
import { testRule } from "../support/rule-tester.js";

testRule(malformedUnicodeEscape, {
  accept: [{ text: "client.id=\\u0041" }, { text: "# \\u12" }],
  reject: [
    {
      text: "ssl.truststore.location=C:[[\\u]]sers\\k.jks\nacks=all",
      message:
        "\\u needs four hexadecimal digits: the whole file cannot be loaded. A backslash in a path is written twice.\nKafka: IllegalArgumentException: Malformed \\uxxxx encoding.",
      fixes: [
        {
          title: "Double every backslash of the value",
          result: "ssl.truststore.location=C:\\\\users\\\\k.jks\nacks=all",
        },
      ],
    },
    {
      text: "client.id=a[[\\u00]]g",
      message:
        "\\u needs four hexadecimal digits: the whole file cannot be loaded. A backslash in a path is written twice.\nKafka: IllegalArgumentException: Malformed \\uxxxx encoding.",
      fixes: [{ title: "Write the backslash twice", result: "client.id=a\\\\u00g" }],
    },
  ],
});
