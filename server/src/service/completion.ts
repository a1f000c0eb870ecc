import type { CompletionItem } from "vscode-languageserver-types";
import type { ConfigDocument, Setting } from "../core/dialects/types.js";
import type { Position } from "../core/text/line-index.js";
import type { Analysis } from "./analysis.js";
import { completeDirective } from "./complete-directive.js";
import { completeJaasOption } from "./complete-jaas.js";
import { completeKey, type CompletionAbilities } from "./complete-key.js";
import { completeJaas } from "./complete-snippet.js";
import { completeValue } from "./complete-value.js";
import { settingAt } from "./setting-at.js";

/** Completes what stands at a position: a key, a value, or an `# ackwise-…` comment. */
export function completion(
  analysis: Analysis,
  position: Position,
  abilities: CompletionAbilities = {},
): CompletionItem[] {
  const { document } = analysis;
  const offset = document.lines.offsetAt(position);
  const comment = document.comments.find(({ span }) => offset > span.start && offset <= span.end);
  if (comment !== undefined) return completeDirective(analysis, comment, offset);
  const at = settingAt(document, offset);
  if (at?.part === "key") return completeKey(analysis, at.setting, offset, abilities);
  if (at !== undefined) {
    const canFill = abilities.snippets === true;
    return [
      ...completeValue(analysis, at.setting, offset),
      ...completeJaas(analysis, at.setting, offset, canFill),
      ...completeJaasOption(analysis, at.setting, offset, canFill),
    ];
  }
  const continued = continuedSetting(document, offset);
  if (continued !== undefined) return completeJaasOption(analysis, continued, offset, abilities.snippets === true);
  return isBlankLine(document.text, offset) ? completeKey(analysis, undefined, offset, abilities) : [];
}

/** The setting whose last line goes on, where nothing follows yet. */
function continuedSetting({ lines, settings, text }: ConfigDocument, offset: number): Setting | undefined {
  const before = text.slice(0, lines.lineStart(lines.lineAt(offset)));
  if (!/(?<!\\)(?:\\\\)*\\(?:\r\n|\n|\r)$/.test(before.slice(-LONGEST_INDENT))) return undefined;
  return settings.findLast(({ span }) => span.start < offset && before.length <= span.end);
}

/** A key can start where nothing else stands on the line; in front of other text it would swallow that as its value. */
function isBlankLine(text: string, offset: number): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - LONGEST_INDENT), offset))?.[0] ?? "";
  const after = /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_INDENT))?.[0] ?? "";
  return `${before}${after}`.trim() === "";
}

const LONGEST_INDENT = 1_000;
