import { unknownEndpointIdentification } from "../../server/src/core/rules/all/unknown-endpoint-identification.js";
import { testRule } from "../support/rule-tester.js";

testRule(unknownEndpointIdentification, {
  accept: [
    { text: "ssl.endpoint.identification.algorithm=none" },
    { text: "security.protocol=SSL\nssl.endpoint.identification.algorithm=" },
    { text: "security.protocol=SSL\nssl.endpoint.identification.algorithm=HTTPS" },
    { text: "security.protocol=SASL_SSL\nssl.endpoint.identification.algorithm=ldaps" },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.endpoint.identification.algorithm=[[none]]\n",
      message:
        'ssl.endpoint.identification.algorithm "none" is no algorithm: the producer starts, but every TLS handshake fails. The check is switched off by an empty value, not by a word.\nKafka: Unknown identification algorithm: none',
      fixes: [
        {
          title: "Set ssl.endpoint.identification.algorithm to https",
          result: "security.protocol=SSL\nssl.endpoint.identification.algorithm=https\n",
        },
        {
          title:
            "Leave ssl.endpoint.identification.algorithm empty: host names are not checked, and anybody with a certificate can pose as a broker",
          result: "security.protocol=SSL\nssl.endpoint.identification.algorithm=\n",
        },
      ],
    },
  ],
});
