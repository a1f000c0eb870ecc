/** A part of a text, as UTF-16 indexes. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A text that JaasConfig reads, or tries to: a login module and what follows it. */
const JAAS = /LoginModule["']?\s+\S/;
const PEM_BEGIN = "-----BEGIN";
const PEM_END = /-----END[^-]*-----/g;
/** `required username="u" password="p";` after a line whose backslash was lost. */
const CONTROL_FLAG = /^(?:required|requisite|sufficient|optional)$/i;
/** `password=x`, `"token": "x"`, `name="password">x`; looked for from the word on, so that the time is linear. */
const ASSIGNED =
  /(?:pass(?:word|phrase|wd)?|pwd|secret|token|credentials?|authorization|(?:api|access|account)[._-]?key)[\w.-]{0,20}["'\]\s)\\]{0,4}(?:=>?|>|[:\uFF1A](?!\/\/)|\uFF1D)\s{0,8}(?=\S)/gi;
const ASSIGNED_WITH_EQUALS = new RegExp(ASSIGNED.source.replace("|[:\\uFF1A](?!\\/\\/)", ""), "gi");
/** A header of HTTP, a JSON web token. */
const CREDENTIALS = /\b(?:(?:Bearer|Basic)\s+(?=[^\s"']{8})|(?=eyJ[\w-]{10,}\.[\w-]))[^\s"']+/g;
const SCHEME = /[a-z][a-z0-9+.-]{1,20}:\/\//gi;

/** The parts of a value whose key does not say that it is a secret. Keys of the catalog give host names that may sound like one. */
export function secretParts(key: string, value: string, isKnown: boolean): readonly Part[] {
  const whole = { start: 0, end: value.length };
  if (JAAS.test(value) || (CONTROL_FLAG.test(key) && value.includes("="))) return [whole];
  const assigned = isKnown ? ASSIGNED_WITH_EQUALS : ASSIGNED;
  return merged([
    ...pemParts(value),
    ...assignedParts(value, assigned),
    ...matches(value, CREDENTIALS),
    ...urlParts(value),
    ...userParts(value, isKnown),
  ]);
}

/** Sorted, without overlaps and empty parts. */
export function merged(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of [...parts].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (part.end <= part.start) continue;
    if (last === undefined || part.start > last.end) joined.push(part);
    else if (part.end > last.end) joined[joined.length - 1] = { start: last.start, end: part.end };
  }
  return joined;
}

function pemParts(value: string): readonly Part[] {
  const start = value.indexOf(PEM_BEGIN);
  if (start < 0) return [];
  const end = [...value.slice(start).matchAll(PEM_END)].at(-1);
  return [{ start, end: end === undefined ? value.length : start + end.index + end[0].length }];
}

/** To the end of the value: where a secret in a text of no known form ends, nobody can say. */
function assignedParts(value: string, form: RegExp): readonly Part[] {
  const [first] = value.matchAll(form);
  return first === undefined ? [] : [{ start: first.index + first[0].length, end: value.length }];
}

function matches(value: string, form: RegExp): readonly Part[] {
  return [...value.matchAll(form)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** `https://[hidden]@host/path?[hidden]`. */
function urlParts(value: string): readonly Part[] {
  const schemes = [...value.matchAll(SCHEME)];
  return schemes.flatMap((scheme, index) => {
    const start = scheme.index + scheme[0].length;
    const rest = value.slice(start, schemes[index + 1]?.index ?? value.length);
    const length = /[\s"']/.exec(rest)?.index ?? rest.length;
    const text = rest.slice(0, length);
    const query = /[?#]/.exec(text)?.index ?? length;
    const user = userEnd(text.slice(0, query));
    return [
      { start, end: start + user },
      { start: start + query + 1, end: start + length },
    ];
  });
}

/** Where the user information of `user:password@host/path` ends; 0 without one. A password may hold a slash. */
function userEnd(text: string): number {
  const slash = text.indexOf("/");
  const authority = slash < 0 ? text : text.slice(0, slash);
  const at = authority.lastIndexOf("@");
  if (at >= 0) return at;
  const isHost = /^(?:\[[^\]]*\]|[^:]*)(?::\d*)?$/.test(authority);
  return isHost ? 0 : Math.max(0, text.lastIndexOf("@"));
}

/** `user:password@host:9092`, also with more of the same in front, and what a lost line left of it: `password@host:9092`. */
function userParts(value: string, isKnown: boolean): readonly Part[] {
  if (!value.includes("@")) return [];
  const parts: Part[] = [];
  for (const { 0: run, index } of value.matchAll(/[^\s"']+/g)) {
    const at = run.lastIndexOf("@");
    if (at < 0 || run.slice(0, at).includes("://")) continue;
    const before = run.slice(0, at);
    if (!before.includes(":") && (isKnown || !/^@[\w.-]+:\d+/.test(run.slice(at)))) continue;
    parts.push(...elementsBefore(before).map(({ start, end }) => ({ start: index + start, end: index + end })));
  }
  return parts;
}

/** The elements of a list that are no addresses without a user: a password may hold the comma. */
function elementsBefore(list: string): readonly Part[] {
  const elements = list.split(",");
  let start = 0;
  return elements.flatMap((element, index) => {
    const from = start;
    start += element.length + 1;
    if (index < elements.length - 1 && /^[\w.-]*:\d+$/.test(element)) return [];
    const host = index < elements.length - 1 ? element.lastIndexOf("@") : element.length;
    return [{ start: from, end: from + (host < 0 ? element.length : host) }];
  });
}
