import { MarkupKind, type ParameterInformation, type SignatureHelp } from "vscode-languageserver-types";
import { loginModules, type LoginModule } from "../core/config/jaas/login-modules.js";
import { editorSpeaker, type SayEditor } from "../core/messages/editor-texts.js";
import type { Position } from "../core/text/line-index.js";
import type { Analysis } from "./analysis.js";
import { decodedLength, isJaas, optionText } from "./jaas-cursor.js";
import { settingAt } from "./setting-at.js";

const HEAD = /^\s*([\w.$]+)\s+/;
const OPTIONS = /([\w.-]+)\s*=/g;
const OPEN_OPTION = /([\w.-]+)\s*=\s*(?:"[^"]*|'[^']*|[^\s"';]*)$/;

/** Inside `sasl.jaas.config`: the options of its login module, and which one is being written. */
export function signatureHelp(analysis: Analysis, position: Position): SignatureHelp | undefined {
  const { document, context, options } = analysis;
  const offset = document.lines.offsetAt(position);
  const at = settingAt(document, offset);
  if (at?.part !== "value" || !isJaas(at.setting)) return undefined;
  const { value } = at.setting;
  const before = value.slice(0, decodedLength(at.setting, offset));
  const name = HEAD.exec(before)?.[1];
  const module = loginModules(context.catalog.version).find((known) => known.name === name);
  if (module === undefined || before.includes(";")) return undefined;
  const { label, parameters } = signatureOf(module, editorSpeaker(options.messages));
  const activeParameter = activeOf(module, before, value);
  return { signatures: [{ label, parameters: [...parameters] }], activeSignature: 0, activeParameter };
}

function signatureOf(
  { name, options }: LoginModule,
  say: SayEditor,
): { readonly label: string; readonly parameters: readonly ParameterInformation[] } {
  let label = name.slice(name.lastIndexOf(".") + 1);
  const parameters: ParameterInformation[] = [];
  const add = (text: string, documentation: string, isRequired: boolean): void => {
    label += isRequired ? " " : " [";
    parameters.push({
      label: [label.length, label.length + text.length],
      documentation: { kind: MarkupKind.Markdown, value: documentation },
    });
    label += isRequired ? text : `${text}]`;
  };
  add("required", say("jaas/flag"), true);
  for (const { name: key, example, isQuoted, isRequired } of options) {
    add(isQuoted ? `${key}="${example}"` : `${key}=${example}`, optionText(key, say), isRequired);
  }
  return { label, parameters };
}

/** The option at the cursor; else the first one that is not there yet, if any. The word `required` comes before them. */
function activeOf({ options }: LoginModule, before: string, value: string): number {
  const behindHead = before.replace(HEAD, "");
  if (!/\s/.test(behindHead)) return 0;
  const open = OPEN_OPTION.exec(behindHead)?.[1];
  const written = new Set([...value.matchAll(OPTIONS)].map(([, key]) => key));
  const index = options.findIndex(({ name }) => (open === undefined ? !written.has(name) : name === open));
  return index < 0 ? options.length + 1 : index + 1;
}
