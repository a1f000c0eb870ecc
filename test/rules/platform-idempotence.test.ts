import { platformIdempotence } from "../../server/src/core/rules/all/platform-idempotence.js";
import { testRule } from "../support/rule-tester.js";

const HOST = "cell-1.streaming.eu-frankfurt-1.oci.oraclecloud.com:9092";

testRule(platformIdempotence, {
  accept: [
    { text: `bootstrap.servers=${HOST}\n`, version: "2.8.0" },
    { text: `bootstrap.servers=${HOST}\nacks=1\n`, version: "3.4.0" },
    { text: `bootstrap.servers=${HOST}\nenable.idempotence=false\n`, version: "4.4.0" },
    { text: `bootstrap.servers=${HOST}\nenable.idempotence=\${IDEMPOTENT}\n`, version: "4.4.0" },
    { text: "bootstrap.servers=oraclecloud.example.com:9092\n", version: "3.4.0" },
  ],
  reject: [
    {
      text: `bootstrap.servers=[[${HOST}]]\n`,
      version: "3.4.0",
      message:
        "Oracle Cloud Infrastructure Streaming gives no producer ids, and enable.idempotence true (default since 3.0) needs one: send() fails with UnsupportedVersionException.",
      fixes: [
        {
          title: "Write enable.idempotence=false",
          result: `bootstrap.servers=${HOST}\nenable.idempotence=false\n`,
        },
      ],
    },
    {
      text: `bootstrap.servers=[[${HOST}]]\ntransactional.id=a\n`,
      version: "2.8.0",
      message:
        "Oracle Cloud Infrastructure Streaming has no transactions: initTransactions() fails with UnsupportedVersionException, and nothing is ever sent.",
    },
  ],
});
