import { truststoreWithoutPassword } from "../../server/src/core/rules/all/truststore-without-password.js";
import { testRule } from "../support/rule-tester.js";

testRule(truststoreWithoutPassword, {
  accept: [
    {
      text: "ssl.truststore.location=/a",
    },
    {
      text: "security.protocol=SSL\nssl.truststore.location=/a\nssl.truststore.password=b",
    },
    {
      text: "security.protocol=SSL\nssl.truststore.location=/a\nssl.truststore.type=PEM",
    },
    {
      text: "security.protocol=SSL\nssl.truststore.location=",
    },
  ],
  reject: [
    {
      text: "security.protocol=SSL\nssl.truststore.location=[[/a]]\n",
      message: "Without ssl.truststore.password the store is read, and its integrity is not checked.",
    },
  ],
});
