import { allOf } from "../../messages/phrase-texts.js";
import { adjustmentsOf, clientMessageOf, described, failuresOf, relatedSettings, spanOfFailure } from "../support.js";
import { IDEMPOTENT_VALUES } from "../idempotent-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";
import { ownOf } from "../../text/own.js";

const IDEMPOTENCE = "enable.idempotence";
export const transactionalIdWithoutIdempotence: Rule = {
  meta: {
    id: "transactional-id-without-idempotence",
    severity: "error",
    category: "startup",
    summary:
      "A transactional producer is idempotent: transactional.id cannot stand beside what switches idempotence off.",
    sources: ["ProducerConfig.postProcessAndValidateIdempotenceConfigs", "KIP-98"],
  },
  messages: {
    explicit: "transactional.id needs idempotence, which is off because of {causes}: the producer does not start.",
    cause: "{key} switches idempotence off",
    enable: "Set enable.idempotence to true",
    set: "Set {key} to {value}",
    repair: "Make this an idempotent producer: set {key}",
    remove: "Remove transactional.id",
  },
  check: (context) =>
    failuresOf(context, "transactional-id-without-idempotence").map((failure): Report => {
      const causes = causesOf(context);
      const says = causes.map((key) => described(context, key));
      return {
        messageId: "explicit",
        data: { causes: allOf(says) },
        key: failure.key,
        span: spanOfFailure(context, failure),
        related: relatedSettings(context, causes, "cause"),
        fixes: fixesFor(context, causes),
        clientMessage: clientMessageOf(failure),
      };
    }),
};

/** `enable.idempotence=false` in the file, or the settings that made the client switch it off. */
function causesOf(context: RuleContext): readonly string[] {
  const silent = adjustmentsOf(context, "idempotence-disabled").flatMap((adjustment) => adjustment.causedBy);
  return silent.length > 0 ? silent : [IDEMPOTENCE];
}

function fixesFor(context: RuleContext, causes: readonly string[]): readonly Fix[] {
  const { document } = context;
  const transactionalIds = document.settings.filter((setting) => setting.key === "transactional.id");
  const repairs = causes.flatMap((key) => {
    const setting = document.byKey.get(key);
    return setting === undefined ? [] : document.edits.setValue(setting, ownOf(IDEMPOTENT_VALUES, key) ?? "true");
  });
  const [first = IDEMPOTENCE] = causes;
  const titleId = causes.length > 1 ? "repair" : first === IDEMPOTENCE ? "enable" : "set";
  const data = { key: allOf(causes), value: ownOf(IDEMPOTENT_VALUES, first) ?? "true" };
  const remove = document.edits.write(transactionalIds.map((setting) => ({ kind: "remove", setting })));
  return [
    { titleId, data, safety: "safe", edits: repairs },
    { titleId: "remove", safety: "suggestion", edits: remove },
  ];
}
