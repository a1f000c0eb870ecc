import { issueUrl, settingUrl } from "../core/catalog/kip-pages.js";
import {
  ASPECTS,
  guideOf,
  type Interaction,
  type Movement,
  type SettingGuide,
  type TradeOffs,
} from "../core/catalog/guide.js";
import { affects, defectsAbout, defectText } from "../core/catalog/defects.js";
import type { KafkaVersion } from "../core/catalog/version.js";
import type { Evaluation } from "../core/config/evaluation.js";
import { Messages } from "../core/messages/messages.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import { releasesWith } from "../core/report/defect-releases.js";

const ARROWS: Readonly<Record<Movement["moves"], string>> = { up: "↑", down: "↓", none: "–", mixed: "↕" };

/** What a setting trades away, what it depends on with this file's numbers, and what people get wrong, as Markdown. */
export function guideDocs(key: string, evaluation: Evaluation, messages: Messages = new Messages()): string {
  const guide = guideOf(key, messages.plain.bind(messages));
  const say = serviceSpeaker(messages);
  if (guide === undefined) return "";
  return [
    guide.details ?? "",
    tradeOffTable(guide, say),
    interactionList(guide, evaluation, say),
    mistakeList(guide, say),
    defectList(key, evaluation.catalog.version, messages),
    links(guide, evaluation.catalog.version, say),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function tradeOffTable(guide: SettingGuide, say: SayService): string {
  const rows = Object.entries(guide.tradeOffs);
  const [only] = rows;
  if (only === undefined) return "";
  return rows.length === 1 ? oneOccasion(only[0], only[1], say) : byValue(rows, say);
}

/** A number has one way to go: one line for each aspect, with the reason. */
function oneOccasion(occasion: string, tradeOffs: TradeOffs, say: SayService): string {
  const title = occasion === "raised" || occasion === "set" ? say(`guide/${occasion}`) : `\`${occasion}\``;
  const lines = ASPECTS.flatMap((aspect) => {
    const movement = tradeOffs[aspect];
    return movement === undefined
      ? []
      : [`| ${say(`aspect/${aspect}`)} | ${ARROWS[movement.moves]} | ${movement.why ?? ""} |`];
  });
  return [`| ${title} | | |`, "|:--|:-:|:--|", ...lines].join("\n");
}

/** An enumeration: a line for each value, a column for each aspect that any value moves, and the reasons below. */
function byValue(rows: readonly (readonly [string, TradeOffs])[], say: SayService): string {
  const aspects = ASPECTS.filter((aspect) => rows.some(([, tradeOffs]) => tradeOffs[aspect] !== undefined));
  const head = `| | ${aspects.map((aspect) => say(`aspect/${aspect}`)).join(" | ")} |`;
  const lines = rows.map(([value, tradeOffs]) => {
    const cells = aspects.map((aspect) => {
      const movement = tradeOffs[aspect];
      return movement === undefined ? "" : ARROWS[movement.moves];
    });
    return `| \`${value}\` | ${cells.join(" | ")} |`;
  });
  return [head, `|:--|${":-:|".repeat(aspects.length)}`, ...lines, ...reasonsOf(rows)].join("\n");
}

function reasonsOf(rows: readonly (readonly [string, TradeOffs])[]): readonly string[] {
  const lines = rows.flatMap(([value, tradeOffs]) => {
    const reasons = ASPECTS.flatMap((aspect) => tradeOffs[aspect]?.why ?? []);
    return reasons.length === 0 ? [] : [`- \`${value}\`: ${reasons.join(" ")}`];
  });
  return lines.length === 0 ? [] : ["", ...lines];
}

function interactionList(guide: SettingGuide, evaluation: Evaluation, say: SayService): string {
  const settings = guide.interactsWith.map((interaction) => {
    const names = interaction.keys.map((key) => `\`${key}\``).join(", ");
    return `- ${names}: ${interaction.relation}${numbersOf(interaction, evaluation, say)}`;
  });
  const broker = guide.dependsOnBroker.map(
    ({ setting, relation }) => `- ${say("guide/broker", { setting })}: ${relation}`,
  );
  return [...settings, ...broker].join("\n");
}

/** `Here: 120000 ≥ 5 + 30000 = 30005`, when every number is known. */
function numbersOf({ inequality }: Interaction, evaluation: Evaluation, say: SayService): string {
  if (inequality === undefined) return "";
  const left = numberOf(inequality.left, evaluation);
  const right = inequality.right.map((part) => (typeof part === "number" ? part : numberOf(part, evaluation)));
  if (left === undefined || right.some((part) => part === undefined)) return "";
  const numbers = right.flatMap((part) => part ?? []);
  const sum = numbers.reduce((total, part) => total + part, 0);
  const holds = inequality.operator === ">=" ? left >= sum : left <= sum;
  const terms = numbers.length > 1 ? `${numbers.join(" + ")} = ${sum}` : sum.toString();
  const symbol = inequality.operator === ">=" ? (holds ? "≥" : "<") : holds ? "≤" : ">";
  return ` ${say("guide/here", { inequality: `${left} ${symbol} ${terms}` })}`;
}

function numberOf(key: string, evaluation: Evaluation): number | undefined {
  if (key === "delivery.timeout.ms" && evaluation.deliveryTimeoutMs !== undefined) return evaluation.deliveryTimeoutMs;
  const value = evaluation.values.get(key)?.value;
  return typeof value === "number" ? value : undefined;
}

function mistakeList(guide: SettingGuide, say: SayService): string {
  const lines = guide.mistakes.map(({ belief, truth }) => `- *“${belief}”* ${truth}`);
  return lines.length === 0 ? "" : [`**${say("guide/mistakes")}**`, "", ...lines].join("\n");
}

/** The defects of the release in use that have to do with the setting. */
function defectList(key: string, version: KafkaVersion, messages: Messages): string {
  const say = messages.plain.bind(messages);
  const lines = defectsAbout(key)
    .filter((defect) => affects(defect, version))
    .map((defect) => {
      const texts = `${defectText(defect, "consequence", say)} ${defectText(defect, "remedy", say)}`;
      return `- [${defect.id}](${issueUrl(defect.id)}) (${releasesWith(defect, messages)}): ${texts}`;
    });
  const title = serviceSpeaker(messages)("guide/defects", { version: version.text });
  return lines.length === 0 ? "" : [`**${title}**`, "", ...lines].join("\n");
}

function links(guide: SettingGuide, version: KafkaVersion, say: SayService): string {
  const { anchor } = guide;
  const page = anchor === undefined ? [] : [`[${say("guide/documentation")}](${settingUrl(anchor, version)})`];
  const issues = guide.kips.map((id) => `[${id}](${issueUrl(id)})`);
  return [...page, ...issues].join(" · ");
}
