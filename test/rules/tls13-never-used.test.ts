import { tls13NeverUsed } from "../../server/src/core/rules/all/tls13-never-used.js";
import { testRule } from "../support/rule-tester.js";

testRule(tls13NeverUsed, {
  accept: [
    {
      text: "security.protocol=SSL\nssl.protocol=TLSv1.2",
    },
    {
      text: "security.protocol=SSL\nssl.protocol=TLSv1.3\nssl.enabled.protocols=TLSv1.2,TLSv1.3",
    },
    {
      text: "ssl.protocol=TLSv1.2\nssl.enabled.protocols=TLSv1.3",
    },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.protocol=[[TLSv1.2]]\nssl.enabled.protocols=TLSv1.2,TLSv1.3\n",
      message: "ssl.enabled.protocols lists TLSv1.3, and with ssl.protocol=TLSv1.2 the client never offers it.",
      fixes: [
        {
          title: "Set ssl.protocol to TLSv1.3",
          result: "security.protocol=SSL\nssl.protocol=TLSv1.3\nssl.enabled.protocols=TLSv1.2,TLSv1.3\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.3\nssl.protocol=[[TLSv1.2]]\n",
      message:
        "ssl.enabled.protocols allows only TLSv1.3, which ssl.protocol=TLSv1.2 never offers: the producer starts, and every connection fails at run time.",
      fixes: [
        {
          title: "Set ssl.protocol to TLSv1.3",
          result: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.3\nssl.protocol=TLSv1.3\n",
        },
      ],
    },
  ],
});
