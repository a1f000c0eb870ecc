// What a release's ConfigDef says, written into schemas/producer-catalog.json: since when each fact holds.
import { isDeepStrictEqual } from "node:util";
import { compareReleases } from "./conformance-outcomes.mjs";

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = new RegExp(String.raw`^\[(?:(${NUMBER}),)?\.\.\.(?:,(${NUMBER}))?\]$`);
const LEVEL_OR = new RegExp(String.raw`^\[(${NUMBER}),\.\.\.,(${NUMBER})\] or (${NUMBER})$`);
const CHOICE = /^(\(case insensitive\) )?\[([^\]]*)\]$/;

/**
 * The catalog with what a release defines, and what is left to people.
 * @param {object} catalog the content of schemas/producer-catalog.json, of releases before this one
 * @param {string} release
 * @param {object[]} keys as DefinitionsOracle describes them, in their order
 * @returns {{catalog: object, added: string[], removed: string[], changed: string[]}}
 */
export function catalogWith(catalog, release, keys) {
  const defined = new Map(keys.map((key) => [key.name, key]));
  const added = keys.map(({ name }) => name).filter((name) => !isDefined(catalog.keys[name], release));
  const removed = Object.keys(catalog.keys).filter(
    (name) => isDefined(catalog.keys[name], release) && !defined.has(name),
  );
  const changed = [];
  const entries = Object.entries(catalog.keys).map(([name, history]) => {
    if (removed.includes(name)) return [name, { ...history, removedIn: release }];
    const key = defined.get(name);
    if (key === undefined || added.includes(name)) return [name, history];
    const now = withFacts(history, release, factsOf(key));
    if (!isDeepStrictEqual(now, history)) changed.push(name);
    return [name, now];
  });
  const known = added.filter((name) => Object.hasOwn(catalog.keys, name));
  if (known.length > 0)
    throw new Error(`${known.join(", ")}: in the catalog for other releases, write ${release} by hand`);
  for (const name of added) entries.push([name, newHistory(defined.get(name), release)]);
  const byName = ([left], [right]) => (left < right ? -1 : 1);
  const order = withOrder(
    catalog.order,
    release,
    keys.map(({ name }) => name),
  );
  return { catalog: { ...catalog, order, keys: Object.fromEntries(entries.sort(byName)) }, added, removed, changed };
}

function isDefined(history, release) {
  if (history === undefined || compareReleases(numberOf(history.since), release) > 0) return false;
  return history.removedIn === null || compareReleases(history.removedIn, release) > 0;
}

/** `<=2.0.0` is longer ago than anybody asks. */
function numberOf(since) {
  return since.replace("<=", "");
}

/** A key that no release before had; summary and group are for people to write, and the tests fail until they have. */
function newHistory(key, release) {
  const facts = Object.entries(factsOf(key)).map(([fact, v]) => [fact, [{ from: release, v }]]);
  const { internal = false } = key;
  return {
    summary: "",
    group: "",
    since: release,
    removedIn: null,
    internal,
    ...Object.fromEntries(facts),
    sensitive: key.type === "password",
  };
}

/** What a key's definition says, in the catalog's words. */
export function factsOf(key) {
  return {
    type: key.type,
    default: key.required ? { required: true } : { value: key.default },
    validator: validatorOf(key),
    importance: key.importance,
  };
}

/** From ConfigDef's own text of a validator; a kind that is new to us must be taught here and in config/validate-value.ts. */
function validatorOf({ name, validator, emptyListAllowed }) {
  if (validator === null) return null;
  if (validator === "non-null string") return { kind: "nonNull" };
  if (validator === "non-empty string") return { kind: "nonEmptyString" };
  if (validator === "" && typeof emptyListAllowed === "boolean")
    return { kind: "list", emptyListAllowed, emptyElementAllowed: false, duplicates: "removed-with-warning" };
  const range = RANGE.exec(validator);
  if (range !== null) return { kind: "range", ...bound("min", range[1]), ...bound("max", range[2]) };
  const level = LEVEL_OR.exec(validator);
  if (level !== null)
    return { kind: "gzipLevel", min: Number(level[1]), max: Number(level[2]), also: Number(level[3]) };
  const choice = CHOICE.exec(validator);
  if (choice !== null)
    return { kind: "oneOf", caseSensitive: choice[1] === undefined, values: choice[2].split(", ").filter(Boolean) };
  throw new Error(`${name}: no validator known that calls itself ${JSON.stringify(validator)}`);
}

function bound(name, text) {
  return text === undefined ? {} : { [name]: Number(text) };
}

/** An entry is added where a fact differs from the one that held before. */
function withFacts(history, release, facts) {
  const lists = Object.entries(facts).map(([fact, v]) => {
    const list = history[fact];
    const held = list.findLast(({ from }) => compareReleases(from, release) <= 0);
    if (sameFact(held?.v, v)) return [fact, list];
    if (held !== list.at(-1) || held?.from === release)
      throw new Error(`${fact}: the catalog knows of later changes, write ${JSON.stringify(v)} of ${release} by hand`);
    return [fact, [...list, { from: release, v }]];
  });
  return { ...history, ...Object.fromEntries(lists) };
}

/** The values of a choice come in the order of a hash set. */
export function sameFact(one, other) {
  if (one?.kind !== "oneOf" || other?.kind !== "oneOf") return isDeepStrictEqual(one, other);
  return (
    one.caseSensitive === other.caseSensitive && isDeepStrictEqual([...one.values].sort(), [...other.values].sort())
  );
}

/** Keys that are new are put behind the key before them; a release that swaps keys begins an order of its own. */
function withOrder(order, release, names) {
  const last = order.at(-1);
  const merged = [...last.v];
  let place = 0;
  for (const name of names) {
    const at = merged.indexOf(name);
    if (at < 0) merged.splice(place, 0, name);
    place = (at < 0 ? place : at) + 1;
  }
  const own = merged.filter((name) => names.includes(name));
  if (isDeepStrictEqual(own, names)) return [...order.slice(0, -1), { ...last, v: merged }];
  return [...order.filter(({ from }) => from !== release), { from: release, v: names }];
}
