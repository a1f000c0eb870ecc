import { affects, defectsAbout, defectText } from "../../core/catalog/defects.js";
import { ASPECTS, guideOf, type Movement, type SettingGuide, type TradeOffs } from "../../core/catalog/guide.js";
import { issueUrl, settingUrl } from "../../core/catalog/kip-pages.js";
import type { KafkaVersion } from "../../core/catalog/version.js";
import { cliSpeaker, type SayCli } from "../../core/messages/cli-texts.js";
import type { Messages } from "../../core/messages/messages.js";
import { serviceSpeaker, type SayService } from "../../core/messages/service-texts.js";
import { releasesWith } from "../../core/report/defect-releases.js";
import { columnsOf, padTo } from "../../core/report/render/columns.js";
import type { Style } from "./style.js";
import { TEXT_COLUMNS, wrapped, wrappedLines } from "./wrap.js";

const ARROWS: Readonly<Record<Movement["moves"], string>> = { up: "↑", down: "↓", none: "–", mixed: "↕" };
const INDENT = "  ";
const BODY = "    ";

/** The guide to a setting for a terminal: all that a hover shows in an editor, and the meaning of each value. */
export function explainGuide(key: string, version: KafkaVersion, style: Style, messages: Messages): string {
  const guide = guideOf(key, messages.plain.bind(messages));
  if (guide === undefined) return "";
  const say = cliSpeaker(messages);
  const titled = (title: string, body: string): string => (body === "" ? "" : `\n${style("bold", title)}\n${body}`);
  return [
    guide.details === undefined ? "" : `\n${wrapped(guide.details)}`,
    titled(say("explain/values"), definitions(Object.entries(guide.values))),
    titled(say("explain/trade-offs"), tradeOffs(guide, serviceSpeaker(messages))),
    titled(say("explain/related"), relations(guide, say)),
    titled(say("explain/beliefs"), beliefs(guide, say)),
    titled(say("explain/defects"), defects(key, version, messages)),
    titled(say("explain/sources"), pages(guide, version)),
  ].join("");
}

/** A name and, below it, what it means. */
function definitions(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, text]) => wrapped(name === "" ? '""' : name, INDENT) + wrapped(text, BODY)).join("");
}

function tradeOffs(guide: SettingGuide, say: SayService): string {
  const width = Math.max(...ASPECTS.map((aspect) => columnsOf(say(`aspect/${aspect}`))));
  return Object.entries(guide.tradeOffs)
    .map(([occasion, moves]) => {
      const title = occasion === "raised" || occasion === "set" ? say(`guide/${occasion}`) : occasion;
      return `${INDENT}${title}\n${movements(moves, width, say)}`;
    })
    .join("");
}

function movements(moves: TradeOffs, width: number, say: SayService): string {
  return ASPECTS.flatMap((aspect) => {
    const movement = moves[aspect];
    if (movement === undefined) return [];
    const head = `${BODY}${padTo(say(`aspect/${aspect}`), width)}  ${ARROWS[movement.moves]}  `;
    const lines = wrappedLines(movement.why ?? "", TEXT_COLUMNS - columnsOf(head));
    return [`${[head, lines.join(`\n${" ".repeat(columnsOf(head))}`)].join("").trimEnd()}\n`];
  }).join("");
}

function relations({ interactsWith, dependsOnBroker }: SettingGuide, say: SayCli): string {
  return definitions([
    ...interactsWith.map(({ keys, relation }) => [keys.join(", "), relation] as const),
    ...dependsOnBroker.map(({ setting, relation }) => [say("explain/broker", { setting }), relation] as const),
  ]);
}

function beliefs({ mistakes }: SettingGuide, say: SayCli): string {
  return definitions(mistakes.map(({ belief, truth }) => [say("explain/belief", { belief }), truth] as const));
}

/** Those of every release: people explain a setting before an upgrade, too. */
function defects(key: string, version: KafkaVersion, messages: Messages): string {
  const say = cliSpeaker(messages);
  const plain = messages.plain.bind(messages);
  return definitions(
    defectsAbout(key).map((defect) => {
      const id = [defect.id, ...defect.also].join(" / ");
      const data = { id, releases: releasesWith(defect, messages), version: version.text };
      const title = say(affects(defect, version) ? "explain/defect-here" : "explain/defect-gone", data);
      const texts = (["consequence", "trigger", "remedy"] as const).map((text) => defectText(defect, text, plain));
      return [title, texts.join(" ")] as const;
    }),
  );
}

function pages({ anchor, kips }: SettingGuide, version: KafkaVersion): string {
  const page = anchor === undefined ? [] : [settingUrl(anchor, version)];
  return [...page, ...kips.map((id) => `${id}  ${issueUrl(id)}`)].map((line) => `${INDENT}${line}\n`).join("");
}
