import { StreamTokenizer, type Token } from "./stream-tokenizer.js";

/** A place in the text, as indexes. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** One option of a login module. */
export interface JaasOption {
  readonly value: string;
  readonly key: Part;
  readonly part: Part;
}

/** `class flag key=value … ;` */
export interface JaasEntry {
  readonly loginModule: string;
  readonly modulePart: Part;
  /** As written; `required`, `requisite`, `sufficient` or `optional` in any case. */
  readonly flag: string;
  /** By name; a name that is written twice has its last value. */
  readonly options: ReadonlyMap<string, JaasOption>;
}

/** Why JaasConfig refuses a text. */
export type JaasProblem =
  | "no-module"
  | "empty-module"
  | "no-flag"
  | "flag-not-a-word"
  | "unknown-flag"
  | "no-value"
  | "no-semicolon"
  | "several-modules";

/** The refusal: the message of the IllegalArgumentException (null: it has none) and where it arises. */
export interface JaasRefusal {
  readonly problem: JaasProblem;
  readonly message: string | null;
  readonly part: Part;
  /** The flag, option or number that the message is about. */
  readonly about: string;
}

export type JaasResult =
  { readonly ok: true; readonly entry: JaasEntry } | { readonly ok: false; readonly refusal: JaasRefusal };

const FLAGS: ReadonlySet<string> = new Set(["REQUIRED", "REQUISITE", "SUFFICIENT", "OPTIONAL"]);

/** Reads sasl.jaas.config as JaasConfig and JaasContext do: exactly one entry. */
export function parseJaas(text: string): JaasResult {
  const tokenizer = new StreamTokenizer(text);
  const entries: JaasEntry[] = [];
  for (let token = tokenizer.next(); token.kind !== "end"; token = tokenizer.next()) {
    const result = parseEntry(tokenizer, token);
    if (!result.ok) return result;
    entries.push(result.entry);
  }
  const [entry, second] = entries;
  const whole = { start: 0, end: text.length };
  if (entry === undefined) return refuse("no-module", "Login module not specified in JAAS config", whole);
  if (second === undefined) return { ok: true, entry };
  const message = `JAAS config property contains ${entries.length} login modules, should be 1 module`;
  return refuse(
    "several-modules",
    message,
    { start: second.modulePart.start, end: text.length },
    entries.length.toString(),
  );
}

function parseEntry(tokenizer: StreamTokenizer, module: Token): JaasResult {
  const flag = tokenizer.next();
  const flagProblem = checkFlag(module, flag);
  if (flagProblem !== undefined) return flagProblem;
  const options = new Map<string, JaasOption>();
  let token = tokenizer.next();
  for (; token.kind !== "end" && token.character !== ";"; token = tokenizer.next()) {
    const equals = tokenizer.next();
    const value = equals.character === "=" ? tokenizer.next() : equals;
    if (equals.character !== "=" || value.text === undefined) return noValue(token, value);
    options.set(token.text ?? "null", { value: value.text, key: partOf(token), part: partOf(value) });
  }
  if (token.kind === "end") {
    const at = { start: module.start, end: token.end };
    return refuse("no-semicolon", "JAAS config entry not terminated by semi-colon", at);
  }
  // AppConfigurationEntry refuses a module without a name, after the rest of the entry has been read, and says nothing.
  if (module.text === undefined || module.text === "") return refuse("empty-module", null, partOf(module));
  return { ok: true, entry: { loginModule: module.text, modulePart: partOf(module), flag: flag.text ?? "", options } };
}

function checkFlag(module: Token, flag: Token): JaasResult | undefined {
  if (flag.kind === "end") {
    return refuse("no-flag", "Login module control flag not specified in JAAS config", partOf(module), module.text);
  }
  if (flag.text === undefined) {
    return refuse("flag-not-a-word", "Login module control flag is not available in the JAAS config", partOf(flag));
  }
  if (FLAGS.has(flag.text.toUpperCase())) return undefined;
  const message = `Invalid login module control flag '${flag.text}' in JAAS config`;
  return refuse("unknown-flag", message, partOf(flag), flag.text);
}

function noValue(key: Token, value: Token): JaasResult {
  const name = key.text ?? "null";
  const part = { start: key.start, end: Math.max(key.end, value.end) };
  return refuse("no-value", `Value not specified for key '${name}' in JAAS config`, part, name);
}

function refuse(problem: JaasProblem, message: string | null, part: Part, about = ""): JaasResult {
  return { ok: false, refusal: { problem, message, part, about } };
}

function partOf(token: Token): Part {
  return { start: token.start, end: token.end };
}
