import { pluginPhrase } from "../../core/messages/phrase-texts.js";
import { problem, type Problem } from "../../core/messages/problem-texts.js";
import { distance } from "fastest-levenshtein";
import { catalogData, historyOf } from "../../core/catalog/catalog.js";
import { keyKind, type KeyKind } from "../../core/catalog/key-kind.js";
import { latestVersion, parseVersion } from "../../core/catalog/version.js";
import { ruleById, RULES } from "../../core/rules/registry.js";
import { explainKey } from "../format/explain-key.js";
import { explainRule } from "../format/explain-rule.js";
import { styleFor } from "../format/style.js";
import { readingProblem } from "../input/options.js";
import { extraKeyText } from "../../core/catalog/guide-texts.js";
import { cliSpeaker } from "../../core/messages/cli-texts.js";
import { inOneLine, inTerminal } from "../../core/text/shown.js";
import type { Messages } from "../../core/messages/messages.js";
import { messagesOf } from "../language.js";
import { EXIT, type CliIo } from "../io.js";
import { refuse } from "./lint.js";

/** The options of `ackwise explain`. */
export interface ExplainCommandOptions {
  readonly kafkaVersion?: string;
}

/** `ackwise explain`: what a key means and how its meaning changed, or what a rule is about. */
export async function explain(name: string, options: ExplainCommandOptions, io: CliIo): Promise<number> {
  const wrong = readingProblem(options);
  if (wrong !== undefined) return refuse(io, [wrong]);
  const messages = messagesOf(io);
  const style = styleFor(io.isTty, io.env);
  const version =
    (options.kafkaVersion === undefined ? undefined : parseVersion(options.kafkaVersion)) ?? latestVersion();
  const rule = ruleById(name);
  const history = historyOf(name);
  if (rule !== undefined) {
    io.stdout(explainRule(rule, await io.readResource(`docs/rules/${rule.meta.id}.md`), messages));
    return EXIT.clean;
  }
  if (history !== undefined) {
    io.stdout(explainKey(name, history, version, style, messages));
    return EXIT.clean;
  }
  const kind = keyKind(name, version);
  const sentence = foreignSentence(name, kind, messages);
  if (sentence === undefined) return refuse(io, [unknownName(name, kind)]);
  io.stdout(inTerminal(`${inOneLine(sentence)}\n`));
  return EXIT.clean;
}

/** What a key is that stands outside the catalog of producer settings; undefined when nobody knows it. */
function foreignSentence(key: string, kind: KeyKind, messages: Messages): string | undefined {
  const say = cliSpeaker(messages);
  const useOf = (use: string | undefined): string => (use === undefined ? "" : ` ${say("foreign/use", { key: use })}`);
  const extra = catalogData.extraKeys.find(({ pattern }) => pattern === key);
  if (extra !== undefined) {
    const { since } = extra;
    const from = since.startsWith("<=") ? say("foreign/before", { version: since.slice(2) }) : since;
    const note = extraKeyText(extra.pattern, extra.note, messages.plain.bind(messages));
    return say("foreign/extra", { key, since: from, note });
  }
  switch (kind.kind) {
    case "producer":
    case "consumer":
    case "admin":
    case "topic":
    case "broker":
      return say(`foreign/${kind.kind}`, { key });
    case "plugin":
      return say("foreign/plugin", { key, plugin: pluginPhrase(kind.plugin) });
    case "newer":
      return say("foreign/newer", { key, since: kind.since });
    case "removed":
      return say("foreign/removed", { key, version: kind.removedIn });
    case "old-producer":
      return say("foreign/old-producer", { key, version: kind.removedIn }) + useOf(kind.use);
    case "librdkafka":
    case "prefixed":
      return say(`foreign/${kind.kind}`, { key }) + useOf(kind.use);
    case "misspelled":
    case "unknown":
      return undefined;
  }
}

function unknownName(name: string, kind: KeyKind): Problem {
  const use = kind.kind === "misspelled" ? kind.use : nearestRule(name);
  return use === undefined ? problem("explain/unknown", { name }) : problem("explain/misspelled", { name, use });
}

const MAX_EDITS = 4;

function nearestRule(name: string): string | undefined {
  const scored = RULES.map(({ meta }) => ({ id: meta.id, edits: distance(name, meta.id) }));
  const [best] = scored.sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= MAX_EDITS ? best.id : undefined;
}
