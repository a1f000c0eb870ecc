import { swallowedLine } from "../../server/src/core/rules/all/swallowed-line.js";
import { testRule } from "../support/rule-tester.js";

testRule(swallowedLine, {
  accept: [
    { text: "bootstrap.servers=a.example.com:9092,\\\n  b.example.com:9092" },
    { text: 'sasl.jaas.config=a.B required \\\n  oauth.client.id="x" \\\n  username="u";' },
    { text: "ssl.keystore.location=C:\\\\certs\\\\\nssl.keystore.type=JKS" },
    { text: "my.map=a.b=1 \\\n  c.d=2" },
    { text: "interceptor.classes=a.B,\\\n  c.D" },
  ],
  reject: [
    {
      text: "ssl.keystore.location=C:\\certs[[\\]]\nssl.keystore.password=x",
      message: "This backslash makes the next line part of ssl.keystore.location, so ssl.keystore.password is not set.",
      fixes: [
        {
          title: "Double every backslash of the value",
          result: "ssl.keystore.location=C:\\\\certs\\\\\nssl.keystore.password=x",
        },
      ],
    },
    {
      text: "ssl.key.password=geheim[[\\]]\r\nmy.own.key=x",
      message: "This backslash makes the next line part of ssl.key.password, so the setting of that line is not set.",
      fixes: [{ title: "Write the backslash twice", result: "ssl.key.password=geheim\\\\\r\nmy.own.key=x" }],
    },
    {
      text: "acks=all [[\\]]\nlinger.ms=5\nlinger.ms=6",
      message: "This backslash makes the next line part of acks, so linger.ms is not set here.",
      fixes: [{ title: "Remove the backslash", result: "acks=all\nlinger.ms=5\nlinger.ms=6" }],
    },
  ],
});
