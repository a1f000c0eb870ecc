import { obsoleteTls } from "../../server/src/core/rules/all/obsolete-tls.js";
import { testRule } from "../support/rule-tester.js";

testRule(obsoleteTls, {
  accept: [
    {
      text: "ssl.protocol=TLSv1.1",
    },
    {
      text: "security.protocol=SSL\nssl.protocol=TLSv1.2\nssl.enabled.protocols=TLSv1.2",
    },
    {
      text: "security.protocol=SSL\nssl.protocol=TLS",
    },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.enabled.protocols=[[TLSv1, TLSv1.1]]\n",
      message:
        "The producer starts, and every connection fails at run time: Java has TLSv1, TLSv1.1 switched off since 2021.",
      fixes: [
        {
          title: "Set ssl.enabled.protocols to TLSv1.2,TLSv1.3",
          result: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.2,TLSv1.3\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.enabled.protocols=[[TLSv1.2,TLSv1.1,TLSv1]]\n",
      severity: "information",
      message: "Java has TLSv1.1, TLSv1 switched off since 2021: only the other versions of this list are used.",
      fixes: [
        {
          title: "Set ssl.enabled.protocols to TLSv1.2",
          result: "security.protocol=SSL\nssl.enabled.protocols=TLSv1.2\n",
        },
      ],
    },
    {
      text: "security.protocol=SASL_SSL\nssl.protocol=[[TLSv1.1]]\n",
      message: "The producer starts, and every connection fails at run time: Java has TLSv1.1 switched off since 2021.",
      fixes: [
        {
          title: "Set ssl.protocol to TLSv1.3",
          result: "security.protocol=SASL_SSL\nssl.protocol=TLSv1.3\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.protocol=[[SSLv3]]\n",
      version: "2.5",
      message: "The producer starts, and every connection fails at run time: Java has SSLv3 switched off since 2021.",
      fixes: [
        {
          title: "Set ssl.protocol to TLSv1.2",
          result: "security.protocol=SSL\nssl.protocol=TLSv1.2\n",
        },
      ],
    },
  ],
});
