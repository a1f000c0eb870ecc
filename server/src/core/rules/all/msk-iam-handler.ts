import { usesSasl } from "../connection-security.js";
import { adviceOn, isGiven, textOf, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const MECHANISM = "sasl.mechanism";
const HANDLER = "sasl.client.callback.handler.class";
const IAM_HANDLER = "software.amazon.msk.auth.iam.IAMClientCallbackHandler";

export const mskIamHandler: Rule = {
  meta: {
    id: "msk-iam-handler",
    severity: "warning",
    category: "security",
    summary: "AWS_MSK_IAM without its callback handler never logs in.",
    sources: ["aws-msk-iam-auth: README", "SaslChannelBuilder.createClientCallbackHandler", "KIP-86"],
  },
  messages: {
    missing:
      "{setting} needs {key}={value}: Kafka's own handler does not know what the mechanism asks for, and every login fails.",
    write: "Write {key}={value}",
  },
  check: (context) => {
    const setting = context.document.byKey.get(MECHANISM);
    if (setting === undefined || textOf(context, MECHANISM) !== "AWS_MSK_IAM") return [];
    if (!usesSasl(context) || isGiven(context, HANDLER)) return [];
    const fixes = [writeFix(context, HANDLER, IAM_HANDLER, context.document.byKey.get("sasl.jaas.config") ?? setting)];
    return [adviceOn(context, setting, { messageId: "missing", data: { key: HANDLER, value: IAM_HANDLER }, fixes })];
  },
};
