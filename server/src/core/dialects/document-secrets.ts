import { isJaasWord, jaasSecrets } from "../catalog/jaas-words.js";
import { secretEntries, type SecretEntry } from "../catalog/secret-lines.js";
import { HIDDEN, withoutParts } from "../catalog/secrecy.js";
import type { Part } from "../catalog/secret-parts.js";
import { isSample } from "../catalog/secret-samples.js";
import { asLatin1, isOutsideAscii } from "../syntax/latin1.js";
import type { Span, TextEdit } from "../text/span.js";
import { SpanMap } from "../text/span-map.js";
import { MOST_PIECES, SecretSearch } from "./secret-search.js";
import type { ConfigDocument, Setting } from "./types.js";

/** Words such as `kafka` and `admin` are passwords and stand everywhere: they are hidden in what is about their own key. */
const COMMON_WORD = /^(?:[A-Za-z]{1,7}|[^A-Za-z]{1,3}|.{1,2})$/;
/** What an edit may write over a secret and still be shown: a placeholder, signs. */
const HARMLESS = /^(?:["']?\$\{[^{}]*\}["']?|[^\p{L}\p{N}]{0,4})$/u;

const PEM_LABEL = /^[A-Z ]*(?:CERTIFICATE|(?:PRIVATE|PUBLIC) KEY)$/;
const PLACEHOLDER = /^\$\{[^{}]*\}$/;

const known = new WeakMap<ConfigDocument, DocumentSecrets>();

/** The secrets of a document; looked for once. */
export function secretsOf(document: ConfigDocument): DocumentSecrets {
  const found = known.get(document) ?? new DocumentSecrets(document);
  known.set(document, found);
  return found;
}

/** What must not be shown of a document, and texts about it without that. */
export class DocumentSecrets {
  readonly #bySetting: ReadonlyMap<Setting, SecretEntry>;
  /** Whole values by key, to find out what is a part of them. */
  readonly #values: ReadonlyMap<string, readonly string[]>;
  readonly #pieces: ReadonlySet<string>;
  readonly #anywhere: SecretSearch;
  readonly #atHome: SecretSearch;
  readonly #places: SpanMap<Span>;
  /** Where secrets stand in the text, in its order. */
  readonly spans: readonly Span[];

  constructor({ settings }: ConfigDocument) {
    const entries = secretEntries(settings);
    this.#bySetting = new Map(settings.map((setting, index) => [setting, entries[index] ?? { key: [], value: [] }]));
    const values = new Map<string, string[]>();
    const pieces = new Set<string>();
    const spans: Span[] = [];
    for (const [setting, { key, value }] of this.#bySetting) {
      if (key.length > 0) spans.push(setting.keySpan);
      for (const part of key) addPieces(pieces, setting.key.slice(part.start, part.end), "");
      for (const part of value) {
        const text = setting.value.slice(part.start, part.end);
        spans.push(spanOf(setting, part));
        // The client quotes what it has loaded.
        const shown = isOutsideAscii(text) ? [text, asLatin1(text)] : [text];
        for (const one of shown) addPieces(pieces, one, setting.key);
        const known = values.get(setting.key) ?? [];
        // One list for a key that may stand in the file thousands of times.
        known.push(...shown);
        values.set(setting.key, known);
      }
    }
    this.spans = spans;
    this.#places = new SpanMap(spans.map((span) => [span, span]));
    this.#values = values;
    this.#pieces = pieces;
    this.#anywhere = new SecretSearch([...pieces].filter((piece) => !COMMON_WORD.test(piece)));
    this.#atHome = new SecretSearch([...pieces]);
  }

  /** The key of a setting for a person to see. */
  keyOf(setting: Setting): string {
    return withoutParts(setting.key, this.#bySetting.get(setting)?.key ?? []);
  }

  /** The value of a setting for a person to see. */
  valueOf(setting: Setting): string {
    const parts = this.#bySetting.get(setting)?.value ?? [];
    return parts.length === 0 ? setting.loaded : withoutParts(setting.value, parts);
  }

  /** Whether a setting's value holds a secret. */
  isIn(setting: Setting): boolean {
    return (this.#bySetting.get(setting)?.value.length ?? 0) > 0;
  }

  /** A text about the document, without what it quotes of secrets. `key` is the setting it is about. */
  hide(text: string, key?: string): string {
    if (this.#pieces.size === 0 || text === "") return text;
    if (key !== undefined && this.#isPartOf(text, key)) return HIDDEN;
    const isAtHome = key !== undefined && this.#values.has(key);
    if (this.#pieces.has(text) && (isAtHome || !COMMON_WORD.test(text))) return HIDDEN;
    return (isAtHome ? this.#atHome : this.#anywhere).hide(text);
  }

  /** The document's text with its secrets hidden. */
  hideIn(text: string): string {
    return withoutParts(
      text,
      [...this.spans].sort((a, b) => a.start - b.start),
    );
  }

  /** Whether what an edit writes holds a secret. */
  isWrittenBy({ span, newText }: TextEdit): boolean {
    if (HARMLESS.test(newText.trim()) || this.#pieces.size === 0) return false;
    const plain = newText.replace(/\\(.)/gs, "$1");
    if (this.#atHome.isIn(newText) || this.#atHome.isIn(plain)) return true;
    if (span.end <= span.start || isJaasWord(newText.trim())) return false;
    return this.#places.overlapping(span).next().done !== true;
  }

  #isPartOf(text: string, key: string): boolean {
    if (text.length < 2 || text === key || isJaasWord(text) || PEM_LABEL.test(text) || /jaas/i.test(key)) return false;
    return (this.#values.get(key) ?? []).some((value) => !PLACEHOLDER.test(value.trim()) && value.includes(text));
  }
}

function spanOf(setting: Setting, { start, end }: Part): Span {
  return start === 0 && end === setting.value.length ? setting.valueSpan : setting.spanOf(start, end);
}

/** What could be quoted of a secret: all of it, without quotes, its first word, the pieces of a JAAS text, the lines of a PEM text. */
function addPieces(pieces: Set<string>, secret: string, key: string): void {
  const whole = secret.trim();
  const isJaas = /jaas/i.test(key) || /LoginModule|^\w+\s*=|\w\s*=\s*"/.test(whole);
  const lines = whole.includes("-----") ? whole.replace(/-----[A-Z ]+-----/g, " ").split(/\s+/) : [];
  const unquoted = whole.replace(/^["']+|["',;]+$/g, "").trim();
  const words = isJaas ? jaasSecrets(whole) : [unquoted, unquoted.split(/[\s"']/)[0] ?? "", ...lines];
  for (const word of [whole, ...words]) {
    if (pieces.size >= MOST_PIECES * 10) return;
    if (word !== "" && (word.includes("${") || !isSample(word))) pieces.add(word);
  }
}
