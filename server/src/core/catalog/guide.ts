import data from "../../../../schemas/setting-guide.json";
import { catalogData, historyOf } from "./catalog.js";
import { eachDefectText } from "./defects.js";
import { eachPlatformText } from "./platforms.js";
import { classText, extraKeyText, guideIn, inEnglish, summaryText, valueText, type SaySetting } from "./guide-texts.js";
import { ownOf } from "../text/own.js";

/** What a setting moves. Duplicates and reordering both count as ordering. */
export type Aspect = "latency" | "throughput" | "durability" | "ordering" | "memory" | "brokerLoad";

/** All aspects, in the order in which a table shows them. */
export const ASPECTS: readonly Aspect[] = ["latency", "throughput", "durability", "ordering", "memory", "brokerLoad"];

/** Which way an aspect goes: more of it, less of it, or one or the other. */
export interface Movement {
  readonly moves: "up" | "down" | "none" | "mixed";
  /** One sentence, where the reason is not obvious. */
  readonly why?: string;
}

/** The aspects that move; the others stay as they are. */
export type TradeOffs = Readonly<Partial<Record<Aspect, Movement>>>;

/** A relation to other settings of the producer. */
export interface Interaction {
  readonly keys: readonly string[];
  /** One sentence. */
  readonly relation: string;
  /** The relation in numbers: the setting on the left against the sum of the settings and numbers on the right. */
  readonly inequality?: {
    readonly left: string;
    readonly operator: "<=" | ">=";
    readonly right: readonly (string | number)[];
  };
}

/** A relation to a setting of the broker or the topic. */
export interface BrokerInteraction {
  readonly setting: string;
  readonly relation: string;
}

/** What people believe, and what the client does. */
export interface Mistake {
  readonly belief: string;
  readonly truth: string;
}

/** What is known of a setting beyond the summary, default and range in the catalog. Every text is whole sentences, plain text. */
export interface SettingGuide {
  readonly details: string | undefined;
  /** By occasion: `raised` for numbers, `set` for settings that are absent by default, else the value chosen. */
  readonly tradeOffs: Readonly<Record<string, TradeOffs>>;
  /** What single values mean, as Kafka spells them; see {@link valueGuideOf}. */
  readonly values: Readonly<Record<string, string>>;
  readonly interactsWith: readonly Interaction[];
  readonly dependsOnBroker: readonly BrokerInteraction[];
  readonly mistakes: readonly Mistake[];
  /** KIP and KAFKA numbers that brought or changed the setting. */
  readonly kips: readonly string[];
  /** The anchor on Kafka's page of producer settings; undefined for internal settings, which are not on it. */
  readonly anchor: string | undefined;
}

const EMPTY = {
  details: undefined,
  tradeOffs: {},
  values: {},
  interactsWith: [],
  dependsOnBroker: [],
  mistakes: [],
  kips: [],
  anchor: undefined,
} as const;

/** The guide as it stands in `schemas/setting-guide.json`. */
const guide = data as {
  readonly settings: Readonly<Record<string, Partial<SettingGuide>>>;
  readonly classes: Readonly<Record<string, string>>;
};

/** The guide to a setting, or undefined when no release of the producer has it. */
export function guideOf(key: string, say: SaySetting = inEnglish): SettingGuide | undefined {
  const history = historyOf(key);
  const entry = ownOf(guide.settings, key);
  if (history === undefined || entry === undefined) return undefined;
  const anchor = history.internal ? undefined : `producerconfigs_${key}`;
  return guideIn(key, { ...EMPTY, ...entry, anchor }, say);
}

/** What a value of a setting means, or one element of a list; classes are found by their full name. */
export function valueGuideOf(key: string, value: string, say: SaySetting = inEnglish): string | undefined {
  const trimmed = value.trim();
  const values = ownOf(guide.settings, key)?.values ?? {};
  const spellings = ignoresCase(key) ? [trimmed, trimmed.toLowerCase(), trimmed.toUpperCase()] : [trimmed];
  for (const spelling of spellings) {
    const text = ownOf(values, spelling);
    if (text !== undefined) return valueText(key, spelling, text, say);
  }
  return ignoresCase(key) ? undefined : classGuideOf(trimmed, say);
}

/** What a class is that settings name in full: serializers, callback handlers, config providers. */
export function classGuideOf(name: string, say: SaySetting = inEnglish): string | undefined {
  const text = ownOf(guide.classes, name);
  return text === undefined ? undefined : classText(name, text, say);
}

/** Tells every text about settings with its id: what there is to translate. */
export function eachSettingText(tell: (id: string, english: string) => void): void {
  const say: SaySetting = (id, english) => {
    tell(id, english);
    return english;
  };
  for (const [key, { summary }] of Object.entries(catalogData.keys)) summaryText(key, summary, say);
  for (const { pattern, note } of catalogData.extraKeys) extraKeyText(pattern, note, say);
  for (const [key, entry] of Object.entries(guide.settings)) guideIn(key, { ...EMPTY, ...entry }, say);
  for (const [name, text] of Object.entries(guide.classes)) classText(name, text, say);
  eachDefectText(tell);
  eachPlatformText(tell);
}

/** Booleans and some enumerations are read in any case; acks and codecs are not. */
function ignoresCase(key: string): boolean {
  const history = historyOf(key);
  if (history?.type.at(-1)?.v === "boolean") return true;
  const validator = history?.validator.at(-1)?.v;
  return validator?.kind === "oneOf" && !validator.caseSensitive;
}
