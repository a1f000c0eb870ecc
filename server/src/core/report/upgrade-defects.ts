import { defectText, type ClientDefect } from "../catalog/defects.js";
import { defectsOf, type DefectAtHand } from "../config/defects-of.js";
import type { Evaluation } from "../config/evaluation.js";
import type { Messages } from "../messages/messages.js";
import { upgradeSpeaker } from "../messages/upgrade-texts.js";
import type { UpgradeChange } from "./upgrade.js";

/** The known defects that a file can meet with one of two releases only: those that come with the upgrade, then those that go. */
export function defectChanges(
  before: Evaluation,
  after: Evaluation,
  messages: Messages,
): readonly Omit<UpgradeChange, "line">[] {
  const had = defectsOf(before);
  const has = defectsOf(after);
  const say = upgradeSpeaker(messages);
  const plain = messages.plain.bind(messages);
  const comes = onlyIn(has, had).map(({ defect, key, likely }) => {
    const texts = (["consequence", "trigger", "remedy"] as const).map((text) => defectText(defect, text, plain));
    const message = say(likely ? "defect/likely" : "defect/comes", { id: idsOf(defect), what: texts.join(" ") });
    return { kind: "defect", key, message } as const;
  });
  const goes = onlyIn(had, has).map(({ defect, key }) => {
    const message = say("defect/goes", { id: idsOf(defect), what: defectText(defect, "consequence", plain) });
    return { kind: "cured", key, message } as const;
  });
  return [...comes, ...goes];
}

function onlyIn(found: readonly DefectAtHand[], others: readonly DefectAtHand[]): readonly DefectAtHand[] {
  return found.filter(({ defect }) => !others.some((other) => other.defect.id === defect.id));
}

function idsOf({ id, also }: ClientDefect): string {
  return [id, ...also].join(" / ");
}
