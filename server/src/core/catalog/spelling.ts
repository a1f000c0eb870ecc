import { distance } from "fastest-levenshtein";
import type { Catalog } from "./catalog.js";

const MAX_DISTANCE = 2;

/** The keys of a release, arranged so that a search looks at few of them. */
interface Spellings {
  readonly byNormal: ReadonlyMap<string, string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
  /** By first and last word. */
  readonly byEnds: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const arranged = new WeakMap<Catalog, Spellings>();

/** The key of a release that somebody probably meant; undefined when none is near. */
export function nearestKey(key: string, catalog: Catalog): string | undefined {
  const spellings = arranged.get(catalog) ?? arrange(catalog);
  arranged.set(catalog, spellings);
  const lower = key.toLowerCase();
  return (
    spellings.byNormal.get(normalise(key)) ??
    spellings.byNormal.get(normalise(withoutVariablePrefix(key))) ??
    nearest(lower, spellings) ??
    abbreviated(lower, spellings)
  );
}

function arrange(catalog: Catalog): Spellings {
  const byNormal = new Map<string, string>();
  const byLength = new Map<number, string[]>();
  const byEnds = new Map<string, string[][]>();
  for (const key of catalog.keys.keys()) {
    const words = key.split(".");
    if (!byNormal.has(normalise(key))) byNormal.set(normalise(key), key);
    byLength.set(key.length, [...(byLength.get(key.length) ?? []), key]);
    byEnds.set(endsOf(words), [...(byEnds.get(endsOf(words)) ?? []), words]);
  }
  return { byNormal, byLength, byEnds };
}

/** Case and the choice of separator do not count: `ACKS`, `batch_size`, `batchSize` and `batchsize` are one. */
function normalise(key: string): string {
  return key.toLowerCase().replace(/[._-]/g, "");
}

/** `KAFKA_LINGER_MS` is how images of containers and Spring's environment variables write it. */
function withoutVariablePrefix(key: string): string {
  return /^[A-Z][A-Z0-9_]*$/.test(key) ? key.replace(/^KAFKA_(?:PRODUCER_)?/, "") : key;
}

/** Fewest edits; among equals the key that the client parses first, as in the catalog's order within a length. */
function nearest(key: string, { byLength }: Spellings): string | undefined {
  let best: string | undefined;
  let bestDistance = MAX_DISTANCE + 1;
  for (let difference = 0; difference <= MAX_DISTANCE; difference++) {
    const lengths = difference === 0 ? [key.length] : [key.length - difference, key.length + difference];
    for (const candidate of lengths.flatMap((length) => byLength.get(length) ?? [])) {
      const edits = distance(key, candidate);
      if (edits >= bestDistance || edits * 4 > candidate.length) continue;
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** `request.ms` leaves a word out of exactly one key. */
function abbreviated(key: string, { byEnds }: Spellings): string | undefined {
  const words = key.split(".");
  if (words.length < 2) return undefined;
  const found = (byEnds.get(endsOf(words)) ?? []).filter((full) => isAbbreviation(words, full));
  return found.length === 1 ? found[0]?.join(".") : undefined;
}

function isAbbreviation(words: readonly string[], full: readonly string[]): boolean {
  if (full.length !== words.length + 1) return false;
  let next = 0;
  for (const word of full) if (word === words[next]) next++;
  return next === words.length;
}

function endsOf(words: readonly string[]): string {
  return `${words[0] ?? ""} ${words.at(-1) ?? ""}`;
}
