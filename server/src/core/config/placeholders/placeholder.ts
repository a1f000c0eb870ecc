/** A mark that something fills in before the client reads the value. */
export interface Placeholder {
  /** Indexes into the decoded value. */
  readonly start: number;
  readonly end: number;
  /** In `${alias:path:key}` the text before the first colon, which may name a config provider; undefined elsewhere. */
  readonly alias: string | undefined;
  /** What the mark itself gives for the case that nothing else does; undefined without. */
  readonly fallback: string | undefined;
}

/** Marks are names, paths and short defaults; a longer text between two braces is none. */
const LONGEST = 500;

/** Marks that no ordinary value holds, whatever stands around them. */
const PLAIN_MARKS: readonly RegExp[] = [
  // Jinja, Helm, Mustache, Handlebars; statements of Jinja; ERB and JSP; Octopus, Azure DevOps and Spring's expressions; NetBeans.
  /\{\{[^{}]{1,300}\}\}/y,
  /\{%[^{}]{1,300}%\}/y,
  /<%[^<>]{1,300}%>/y,
  /#\{[^{}]{1,300}\}#?/y,
  /@\{[\w.\- ]{1,100}\}/y,
  // Python's and C's formats.
  /%\([A-Za-z_]\w{0,100}\)[sd]/y,
];

/** Marks that a name, a class, a pattern or a password can look like: they count only where no part of a word stands beside them. */
const WORD_MARKS: readonly RegExp[] = [
  // Kubernetes and Make; shells.
  /\$\([A-Za-z_][\w.-]{0,100}\)/y,
  /\$[A-Za-z_]\w{0,100}/y,
  // Maven and Ant; Windows and NSIS; what `sed` looks for.
  /@[A-Za-z_][\w.-]{0,100}@/y,
  /%[A-Za-z_][\w.-]{0,100}%/y,
  /%[sd]/y,
  /__[A-Z][A-Z0-9.-]{0,100}(?:_[A-Z0-9.-]{1,100}){0,20}__/y,
  // In small letters only with several words: `__proto__` and its like are names.
  /__[a-z][a-z0-9.-]{0,100}(?:_[a-z0-9.-]{1,100}){1,20}__/y,
  /#[A-Z_][A-Z0-9_.]{0,100}#/y,
  // What instructions leave for the reader to fill in.
  /<[A-Za-z][^<>"=]{0,200}>/y,
  /\{[A-Za-z_][\w.\- ]{0,100}\}/y,
  /\[\[ ?[\w.-]{1,100} ?\]\]/y,
  /(?:YOUR|REPLACE|CHANGE)[_-][A-Z][A-Z0-9_-]{0,100}/y,
];

/** Of the marks above, those that may be a password: there names are in capitals, or say what belongs there. */
const SECRET_NAME =
  /^(?:\$\(.*\)|@.*@|%.+%|__.*__|<.*>|\[\[.*\]\]|[$#][A-Z_][A-Z0-9_]*#?|\{(?:[A-Z0-9_.\- ]+|your.*)\}|[A-Z_-]+)$/s;

/** jasypt: decrypted by the application. */
const ENCRYPTED = /^ENC\([^()]{1,2000}\)$/;

/** First characters of marks, so that most characters cost one look. */
const MARK_START = /[${<#@%_YRC[]/g;

/** What stands before the name where it is looked up: all but the first two know no default. */
const LOOKUPS: ReadonlySet<string> = new Set(
  "env sys file dir directory secret secrets secretsmanager vault ssm sm configmap configmaps k8s kubernetes".split(
    " ",
  ),
);

/** The marks of template engines, build tools, shells and instructions in a value, in order and apart from each other. */
export function placeholdersIn(value: string, isSecret: boolean): readonly Placeholder[] {
  if (ENCRYPTED.test(value.trim())) return [{ start: 0, end: value.length, alias: undefined, fallback: undefined }];
  const found: Placeholder[] = [];
  MARK_START.lastIndex = 0;
  for (let match = MARK_START.exec(value); match !== null; match = MARK_START.exec(value)) {
    const placeholder = placeholderAt(value, match.index, isSecret);
    if (placeholder === undefined) continue;
    found.push(placeholder);
    MARK_START.lastIndex = placeholder.end;
  }
  return found;
}

function placeholderAt(value: string, start: number, isSecret: boolean): Placeholder | undefined {
  if (value.startsWith("${", start)) return dollarBraces(value, start);
  const plain = matchAt(PLAIN_MARKS, value, start);
  if (plain !== undefined)
    return { start, end: start + plain.length, alias: undefined, fallback: templateDefault(plain) };
  const word = matchAt(WORD_MARKS, value, start);
  if (word === undefined) return undefined;
  const end = start + word.length;
  const counts = isSecret ? isAlone(value, start, end) && SECRET_NAME.test(word) : isNoPartOfWord(value, start, end);
  return counts ? { start, end, alias: undefined, fallback: undefined } : undefined;
}

function matchAt(patterns: readonly RegExp[], value: string, at: number): string | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(value);
    if (match !== null) return match[0];
  }
  return undefined;
}

/** `com.acme.Outer$Inner` and `kafka@REALM` are names. */
function isNoPartOfWord(value: string, start: number, end: number): boolean {
  return !/[A-Za-z0-9$]/.test(value.charAt(start - 1)) && !/[A-Za-z0-9_]/.test(value.charAt(end));
}

/** Whether a mark is the whole secret: a password with a mark in it may be any text. Options of a login module are quoted. */
function isAlone(value: string, start: number, end: number): boolean {
  return /^["'=\s]?$/.test(value.charAt(start - 1)) && /^["';\s]?$/.test(value.charAt(end));
}

/** `${name}`, `${name:default}`, `${name:-default}`, `${env:name:-default}`, `${{ name }}`, one inside the other. */
function dollarBraces(value: string, start: number): Placeholder | undefined {
  const end = closingBrace(value, start + 1);
  if (end === undefined) return undefined;
  const inner = value.slice(start + 2, end);
  const colon = inner.indexOf(":");
  const alias = colon < 0 ? undefined : inner.slice(0, colon);
  return { start, end: end + 1, alias, fallback: inner.startsWith("{") ? undefined : braceDefault(inner) };
}

function closingBrace(value: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < Math.min(value.length, open + LONGEST); at++) {
    if (value[at] === "{") depth++;
    else if (value[at] === "}" && --depth === 0) return at;
  }
  return undefined;
}

/** The default of Spring, MicroProfile, shells and Log4j; one that is a mark itself gives its own default. */
function braceDefault(inner: string): string | undefined {
  const [, prefix = "", rest = ""] = /^([^:]*):(.*)$/s.exec(inner) ?? [];
  const isLookup = LOOKUPS.has(prefix.toLowerCase());
  const text = isLookup ? lookupDefault(prefix.toLowerCase(), rest) : afterColon(inner);
  return text === undefined ? undefined : withDefaults(text, placeholdersIn(text, false));
}

function lookupDefault(kind: string, rest: string): string | undefined {
  return kind === "env" || kind === "sys" ? afterColon(rest) : undefined;
}

function afterColon(text: string): string | undefined {
  const [, operator = "", fallback] = /^[^:]*:([-=?+]?)(.*)$/s.exec(text) ?? [];
  return operator === "?" || operator === "+" ? undefined : fallback;
}

/** `default(5)`, `default "5"` and `default 5 .Values.x` of Jinja and Helm. */
function templateDefault(mark: string): string | undefined {
  const match = /\bdefault\s*\(?\s*(?:"([^"]*)"|'([^']*)'|([\w.,:-]+))/.exec(mark);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]);
}

/** A value with every mark replaced by its default; undefined when one has none. */
export function withDefaults(value: string, placeholders: readonly Placeholder[]): string | undefined {
  let text = "";
  let from = 0;
  for (const { start, end, fallback } of placeholders) {
    if (fallback === undefined) return undefined;
    text += value.slice(from, start) + fallback;
    from = end;
  }
  return text + value.slice(from);
}
