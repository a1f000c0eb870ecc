import { classGuideOf } from "../core/catalog/guide.js";
import { isJaasWord } from "../core/catalog/jaas-words.js";
import { HIDDEN } from "../core/catalog/secrecy.js";
import type { Setting } from "../core/dialects/types.js";
import { editorSpeaker } from "../core/messages/editor-texts.js";
import { codeSpan } from "../core/text/shown.js";
import type { Span } from "../core/text/span.js";
import type { Analysis } from "./analysis.js";
import { isJaas, jaasCursor, optionText } from "./jaas-cursor.js";

/** What a word of `sasl.jaas.config` is for: the login module, the flag, an option. Never what an option holds, nor what stands in the place of a flag. */
export function jaasHover(
  { context, messages, options }: Analysis,
  setting: Setting,
  offset: number,
): { readonly span: Span; readonly text: string } | undefined {
  if (!isJaas(setting)) return undefined;
  const { pieces, module, index } = jaasCursor(setting, offset, context.catalog.version);
  const piece = pieces.findLast(({ start, end }) => start <= index && index <= end);
  if (piece === undefined || module === undefined) return undefined;
  const say = editorSpeaker(options.messages);
  const span = setting.spanOf(piece.start, piece.end);
  const simpleName = module.name.slice(module.name.lastIndexOf(".") + 1);
  switch (piece.kind) {
    case "module": {
      const about = classGuideOf(module.name, messages.plain.bind(messages)) ?? "";
      const mechanisms = say("jaas/mechanisms", { mechanisms: module.mechanisms.join(", ") });
      return { span, text: [`**${simpleName}**`, about, mechanisms].filter((part) => part !== "").join("\n\n") };
    }
    case "flag":
      return { span, text: `**${isJaasWord(piece.name) ? piece.name : codeSpan(HIDDEN)}**\n\n${say("jaas/flag")}` };
    case "option":
    case "value": {
      const about = optionText(piece.name, say);
      return about === "" ? undefined : { span, text: `**${piece.name}** (${simpleName})\n\n${about}` };
    }
    case "end":
      return undefined;
  }
}
