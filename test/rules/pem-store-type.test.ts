import { pemStoreType } from "../../server/src/core/rules/all/pem-store-type.js";
import { testRule } from "../support/rule-tester.js";

testRule(pemStoreType, {
  accept: [
    { text: "ssl.truststore.location=ca.pem" },
    { text: "security.protocol=SSL\nssl.truststore.location=ca.pem\nssl.truststore.type=PEM" },
    { text: "security.protocol=SSL\nssl.truststore.location=ca.jks" },
    { text: "security.protocol=SSL\nssl.truststore.location=ca.pem", version: "2.6" },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.truststore.location=[[/etc/ssl/ca.pem]]\n",
      message:
        '"/etc/ssl/ca.pem" looks like a PEM file, but it is read as ssl.truststore.type JKS (default): if it is one, the producer does not start.',
      fixes: [
        {
          title: "Set ssl.truststore.type to PEM",
          result: "security.protocol=SSL\nssl.truststore.location=/etc/ssl/ca.pem\nssl.truststore.type=PEM\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.location=[[ca.crt]]\nssl.truststore.type=PKCS12\nssl.truststore.password=changeit\n",
      message:
        '"ca.crt" looks like a PEM file, but it is read as ssl.truststore.type PKCS12 (line 3): if it is one, the producer does not start.',
      fixes: [
        {
          title: "Set ssl.truststore.type to PEM and remove ssl.truststore.password, which PEM does not have",
          result: "security.protocol=SSL\nssl.truststore.location=ca.crt\nssl.truststore.type=PEM\n",
        },
      ],
    },
    {
      text: "security.protocol=SSL\nssl.truststore.location=ca.txt\nssl.truststore.type=[[pem]]\n",
      message: '"pem" is no store type that Java knows, PEM is: the producer does not start.',
      fixes: [
        {
          title: "Set ssl.truststore.type to PEM",
          result: "security.protocol=SSL\nssl.truststore.location=ca.txt\nssl.truststore.type=PEM\n",
        },
      ],
    },
  ],
});
