import { lostBackslash } from "../../server/src/core/rules/all/lost-backslash.js";
import { testRule } from "../support/rule-tester.js";

const PLAIN = "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required";
const LOST = "A single backslash is an escape in a .properties file: the client gets ";

testRule(lostBackslash, {
  accept: [
    { text: "ssl.keystore.location=C:\\\\certs\\\\k.jks" },
    { text: "ssl.keystore.location=C\\:\\\\my\\ certs\\\\k.jks" },
    { text: "ssl.keystore.location=/p\\u00e4th/k.jks" },
    { text: "ssl.keystore.key=-----BEGIN PRIVATE KEY-----\\nabc\\n-----END PRIVATE KEY-----" },
    { text: "ssl.keystore.password=a\\=b\\:c\\#\\!\\\\d" },
    { text: "sasl.oauthbearer.token.endpoint.url=https:\\/\\/login.example.com\\/token" },
    { text: "bootstrap.servers=a:9092,\\\n  b:9092\\,c:9092" },
    { text: "connections.max.idle.ms=1000\\" },
    { text: 'sasl.jaas.config=a.B required username=\\"u\\" password=\\"p\\";' },
    { text: `${PLAIN} \\\n  username="CORP\\\\\\\\u" \\\n  password="a\\\\"b";` },
    { text: "client.id=a\\tb" },
    { text: "x=C:\\users" },
  ],
  reject: [
    {
      text: "ssl.truststore.location=C:[[\\]]Users\\app\\resources\\k.jks",
      message: `${LOST}"C:Usersapp<CR>esourcesk.jks".`,
      fixes: [
        {
          title: "Double every backslash of the value",
          result: "ssl.truststore.location=C:\\\\Users\\\\app\\\\resources\\\\k.jks",
        },
      ],
    },
    {
      text: "ssl.truststore.location=C:\\\\Users[[\\]]app",
      message: `${LOST}"C:\\Usersapp".`,
      fixes: [{ title: "Write the backslash twice", result: "ssl.truststore.location=C:\\\\Users\\\\app" }],
    },
    {
      text: "ssl.truststore.location=\\\\server[[\\]]share\\k.jks",
      message: `${LOST}"\\serversharek.jks".`,
      fixes: [
        {
          title: "Double every backslash of the value",
          result: "ssl.truststore.location=\\\\\\\\server\\\\share\\\\k.jks",
        },
      ],
    },
    {
      text: "ssl.key.password=ab[[\\]]cd\nacks=all",
      message:
        "A single backslash is an escape in a .properties file: the client gets the value of ssl.key.password without it, or with a control character instead.",
      fixes: [{ title: "Write the backslash twice", result: "ssl.key.password=ab\\\\cd\nacks=all" }],
    },
    {
      text: "ssl.key.password=abc[[\\]]",
      message: /without it/,
      fixes: [{ title: "Write the backslash twice", result: "ssl.key.password=abc\\\\" }],
    },
    {
      text: "metadata.topic=orders[[\\]].v1",
      message: `${LOST}"orders.v1".`,
      fixes: [{ title: "Write the backslash twice", result: "metadata.topic=orders\\\\.v1" }],
    },
    {
      text: `${PLAIN} username="CORP[[\\]]admin" password="p";`,
      message: /^A backslash within the quotes of sasl\.jaas\.config is an escape twice/,
      fixes: [{ title: "Write the backslash twice", result: `${PLAIN} username="CORP\\\\\\\\admin" password="p";` }],
    },
    {
      text: `${PLAIN} username="CORP[[\\]]\\admin" password="a\\\\n";`,
      message: /It is written as four/,
      fixes: [
        {
          title: "Double every backslash of the value",
          result: `${PLAIN} username="CORP\\\\\\\\admin" password="a\\\\\\\\n";`,
        },
      ],
    },
    {
      text: `${PLAIN} username="u" password="a[[\\]]"b";`,
      message: /a quote as \\\\"\.$/,
      fixes: [{ title: "Write the backslash twice", result: `${PLAIN} username="u" password="a\\\\"b";` }],
    },
  ],
});
