import { distance } from "fastest-levenshtein";
import { catalogData, historyOf } from "../../core/catalog/catalog.js";
import { keyKind, type KeyKind } from "../../core/catalog/key-kind.js";
import { latestVersion, parseVersion } from "../../core/catalog/version.js";
import { ruleById, RULES } from "../../core/rules/registry.js";
import { explainKey } from "../format/explain-key.js";
import { explainRule } from "../format/explain-rule.js";
import { styleFor } from "../format/style.js";
import { readingProblem } from "../input/options.js";
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
  const style = styleFor(io.isTty, io.env);
  const version =
    (options.kafkaVersion === undefined ? undefined : parseVersion(options.kafkaVersion)) ?? latestVersion();
  const rule = ruleById(name);
  const history = historyOf(name);
  if (rule !== undefined) {
    io.stdout(explainRule(rule, await io.readResource(`docs/rules/${rule.meta.id}.md`)));
    return EXIT.clean;
  }
  if (history !== undefined) {
    io.stdout(explainKey(name, history, version, style));
    return EXIT.clean;
  }
  const kind = keyKind(name, version);
  const sentence = foreignSentence(name, kind);
  if (sentence === undefined) return refuse(io, [`${name}: ${unknownName(name, kind)}`]);
  io.stdout(`${sentence}\n`);
  return EXIT.clean;
}

/** What a key is that stands outside the catalog of producer settings; undefined when nobody knows it. */
function foreignSentence(key: string, kind: KeyKind): string | undefined {
  const extra = catalogData.extraKeys.find(({ pattern }) => pattern === key);
  if (extra !== undefined)
    return `${key} is read by the producer, since ${extra.since.replace("<=", "before ")}: ${extra.note}.`;
  switch (kind.kind) {
    case "producer":
      return `${key} is read by the producer although it stands outside its list of settings.`;
    case "plugin":
      return `${key} is read by a plugin: ${kind.plugin}. The producer passes it on.`;
    case "newer":
      return `${key} is a producer setting since ${kind.since}; older clients ignore it.`;
    case "removed":
      return `${key} was a producer setting until ${kind.removedIn}; newer clients ignore it.`;
    case "old-producer":
      return `${key} belongs to a producer that is gone since ${kind.removedIn}; today's client ignores it.${useInstead(kind.use)}`;
    case "consumer":
      return `${key} is a setting of the consumer; the producer ignores it.`;
    case "admin":
      return `${key} is a setting of the admin client; the producer ignores it.`;
    case "librdkafka":
      return `${key} is a setting of librdkafka clients (C, Python, Go, .NET); the Java producer ignores it.${useInstead(kind.use)}`;
    case "prefixed":
      return `${key} is how Connect, Streams and MirrorMaker write it; the plain producer ignores it.${useInstead(kind.use)}`;
    case "misspelled":
    case "unknown":
      return undefined;
  }
}

function useInstead(use: string | undefined): string {
  return use === undefined ? "" : ` Use ${use}.`;
}

function unknownName(name: string, kind: KeyKind): string {
  const use = kind.kind === "misspelled" ? kind.use : nearestRule(name);
  const hint = use === undefined ? "" : ` (did you mean ${use}?)`;
  return `no producer setting and no rule${hint}, expected a name such as linger.ms or delivery-timeout-too-short`;
}

const MAX_EDITS = 4;

function nearestRule(name: string): string | undefined {
  const scored = RULES.map(({ meta }) => ({ id: meta.id, edits: distance(name, meta.id) }));
  const [best] = scored.sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= MAX_EDITS ? best.id : undefined;
}
