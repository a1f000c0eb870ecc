import { mskIamHandler } from "../../server/src/core/rules/all/msk-iam-handler.js";
import { testRule } from "../support/rule-tester.js";

const HANDLER = "sasl.client.callback.handler.class=software.amazon.msk.auth.iam.IAMClientCallbackHandler\n";
const JAAS = "sasl.jaas.config=software.amazon.msk.auth.iam.IAMLoginModule required;\n";

testRule(mskIamHandler, {
  accept: [
    { text: `security.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\n${JAAS}${HANDLER}` },
    { text: `security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\n` },
    // Without SASL nothing of it counts; another rule says so.
    { text: `sasl.mechanism=AWS_MSK_IAM\n${JAAS}` },
  ],
  reject: [
    {
      text: `security.protocol=SASL_SSL\nsasl.mechanism=[[AWS_MSK_IAM]]\n${JAAS}`,
      message:
        "sasl.mechanism AWS_MSK_IAM (line 2) needs sasl.client.callback.handler.class=software.amazon.msk.auth.iam.IAMClientCallbackHandler: Kafka's own handler does not know what the mechanism asks for, and every login fails.",
      fixes: [
        {
          title: `Write ${HANDLER.trim()}`,
          result: `security.protocol=SASL_SSL\nsasl.mechanism=AWS_MSK_IAM\n${JAAS}${HANDLER}`,
        },
      ],
    },
  ],
});
