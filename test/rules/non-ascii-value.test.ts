import { nonAsciiValue } from "../../server/src/core/rules/all/non-ascii-value.js";
import { testRule } from "../support/rule-tester.js";

const START = "Properties.load reads a stream as ISO-8859-1, not as UTF-8: the client gets ";
const END = ", unless the application loads the file with a Reader.";

testRule(nonAsciiValue, {
  accept: [
    { text: "ssl.truststore.location=/p\\u00e4th/t.jks" },
    { text: "# päth\nmy.own.key=é" },
    { text: "\ufeffacks=all" },
  ],
  reject: [
    {
      text: "ssl.truststore.location=/p[[ä]]th/t.jks",
      message: `${START}"/pÃ¤th/t.jks"${END}`,
      fixes: [{ title: "Write the characters as \\u escapes", result: "ssl.truststore.location=/p\\u00e4th/t.jks" }],
    },
    {
      text: "client.id=caf[[\\é]]x😀",
      message: /the client gets "cafÃ©xð<U\+009F><U\+0098><U\+0080>"/,
      fixes: [{ title: "Write the characters as \\u escapes", result: "client.id=caf\\u00e9x\\ud83d\\ude00" }],
    },
    {
      text: "ssl.key.password=geheim[[ß]]",
      message: `${START}other characters as ssl.key.password${END}`,
      fixes: [{ title: "Write the characters as \\u escapes", result: "ssl.key.password=geheim\\u00df" }],
    },
  ],
});
