import { sslAlgorithm } from "../../server/src/core/rules/all/ssl-algorithm.js";
import { testRule } from "../support/rule-tester.js";

testRule(sslAlgorithm, {
  accept: [
    { text: "security.protocol=SSL\nssl.protocol=TLSv1.3" },
    { text: "security.protocol=SSL\nssl.protocol=GMTLS" },
    { text: "ssl.protocol=" },
  ],
  reject: [
    {
      text: "security.protocol=SSL\n[[ssl.protocol]]=",
      message:
        "ssl.protocol has no value, and the empty name is none that a JVM knows: the producer does not start.\nKafka: NoSuchAlgorithmException:  SSLContext not available",
      fixes: [{ title: "Remove ssl.protocol (the default is TLSv1.3)", result: "security.protocol=SSL" }],
    },
    {
      text: "security.protocol=SSL\n[[ssl.provider]]=",
      message:
        "ssl.provider has no value, and the empty name is none that a JVM knows: the producer does not start.\nKafka: IllegalArgumentException: missing provider",
      fixes: [{ title: "Remove ssl.provider", result: "security.protocol=SSL" }],
    },
  ],
});
