import { platformAddresses } from "../platform-listeners.js";
import { described, relatedSettings } from "../support.js";
import { isGiven, writeFix } from "../support-advice.js";
import type { Rule } from "../types.js";

const IDEMPOTENCE = "enable.idempotence";
const TRANSACTIONAL = "transactional.id";

export const platformIdempotence: Rule = {
  meta: {
    id: "platform-idempotence",
    severity: "warning",
    category: "cluster",
    summary: "A service without producer ids fails every record of an idempotent producer.",
    sources: ["schemas/platforms.json", "KIP-98", "TransactionManager.InitProducerIdHandler"],
  },
  messages: {
    idempotent:
      "{platform} gives no producer ids, and {setting} needs one: send() fails with UnsupportedVersionException.",
    transactional:
      "{platform} has no transactions: initTransactions() fails with UnsupportedVersionException, and nothing is ever sent.",
    off: "Write enable.idempotence=false",
    takesPart: "{key} makes the producer transactional",
  },
  check: (context) => {
    const there = platformAddresses(context).find(({ platform }) => platform.lacks === "idempotence");
    if (there === undefined || !context.evaluation.idempotent || context.evaluation.unresolved.has(IDEMPOTENCE))
      return [];
    const { platform, setting, address } = there;
    const isTransactional = isGiven(context, TRANSACTIONAL);
    const fix = writeFix(context, IDEMPOTENCE, "false", setting);
    return [
      {
        messageId: isTransactional ? "transactional" : "idempotent",
        data: { platform: platform.name, setting: described(context, IDEMPOTENCE) },
        key: setting.key,
        span: setting.spanOf(address.start, address.end),
        related: relatedSettings(context, [TRANSACTIONAL], "takesPart"),
        fixes: isTransactional ? [] : [{ ...fix, titleId: "off" }],
      },
    ];
  },
};
