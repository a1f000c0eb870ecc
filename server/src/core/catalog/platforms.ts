import data from "../../../../schemas/platforms.json";
import { inEnglish, type SaySetting } from "./guide-texts.js";
import { isAtLeast, type KafkaVersion } from "./version.js";

/** One way into the clusters of a platform. */
export interface PlatformListener {
  /** Without it, on any port. */
  readonly ports?: readonly number[];
  readonly protocol: string;
  /** Without it, any. */
  readonly mechanism?: string;
  /** Whether only a client with a certificate gets in. */
  readonly needsKeyStore?: boolean;
  /** What it needs besides security.protocol and sasl.mechanism. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** What a platform, or a preset, wants of one setting. */
export type SettingWish =
  /** One of the values, the first one when the file has none of them; `explicit`: even where it is the default. */
  { readonly key: string; readonly oneOf: readonly string[]; readonly explicit?: boolean } | NumberWish;

/** A number between limits, of which one may be missing. */
export interface NumberWish {
  readonly key: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  /** What is written where another value does not fit; without it, the limit that was missed. */
  readonly advised?: number;
  /** Whether the default fits: a line with another value goes. */
  readonly leaveOut?: boolean;
  /** Whether it is wished for only where idempotence keeps the order. */
  readonly ifIdempotent?: boolean;
}

/** A managed service or an operator, as `schemas/platforms.json` has it. */
export interface Platform {
  readonly id: string;
  readonly name: string;
  /** Sentences about how to connect and what is limited. */
  readonly about: string;
  readonly hosts: readonly string[];
  /** An address of the usual listener. */
  readonly example: string;
  readonly listeners: readonly PlatformListener[];
  /** Whether ports that no listener names may lead to a broker as well. */
  readonly otherPorts: boolean;
  /** Whether a cluster may be set up otherwise: then a difference is advice. */
  readonly byConvention?: boolean;
  /** What the service refuses. */
  readonly lacks?: "idempotence";
  readonly settings: readonly SettingWish[];
  readonly sources: readonly { readonly url: string; readonly date: string }[];
}

/** All platforms that are known by their host names. */
export const PLATFORMS: readonly Platform[] = (data as { readonly platforms: readonly Platform[] }).platforms;

/** The platform that a host belongs to; names that only look alike belong to none. */
export function platformOf(host: string): Platform | undefined {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  return PLATFORMS.find(({ hosts }) => hosts.some((pattern) => fits(labels, pattern.split("."))));
}

/** A platform by its id; a mistake in the program when there is none. */
export function platformById(id: string): Platform {
  const found = PLATFORMS.find((platform) => platform.id === id);
  if (found === undefined) throw new Error(`No platform ${id}`);
  return found;
}

/** The listeners behind a port. */
export function listenersAt({ listeners }: Platform, port: number): readonly PlatformListener[] {
  return listeners.filter(({ ports }) => ports?.includes(port) ?? true);
}

/** What a listener needs besides security.protocol and sasl.mechanism; PEM trust stores only where the release reads them (KIP-651). */
export function settingsOf(
  { settings = {} }: PlatformListener,
  version: KafkaVersion,
): readonly (readonly [string, string])[] {
  const readsPem = isAtLeast(version, "2.7.0");
  return Object.entries(settings).filter(([key]) => readsPem || !key.startsWith("ssl.truststore."));
}

/** Whether a value is one that is wished for. */
export function fitsWish(wish: SettingWish, value: unknown): boolean {
  if ("oneOf" in wish) return wish.oneOf.includes(String(value));
  if (typeof value !== "number") return false;
  const { atLeast = -Infinity, atMost } = wish;
  return value >= atLeast && (atMost === undefined || (value <= atMost && value > 0));
}

/** The value to write where another one does not fit. */
export function wishedValue(wish: SettingWish): string {
  if ("oneOf" in wish) return wish.oneOf[0] ?? "";
  return (wish.advised ?? wish.atLeast ?? wish.atMost ?? 0).toString();
}

/** Whether a login module of another class is named, which cannot serve the mechanism. */
export function isOtherModule(old: string, wanted: string): boolean {
  return /LoginModule\s/.test(wanted) && old.trim().split(/\s/)[0] !== wanted.split(/\s/)[0];
}

/** How to connect to a platform and what it limits, in the user's language. */
export function platformAbout(platform: Platform, say: SaySetting = inEnglish): string {
  return say(`platform/${platform.id}`, platform.about);
}

/** Tells every text about platforms with its id: what there is to translate. */
export function eachPlatformText(tell: (id: string, english: string) => void): void {
  for (const { id, about } of PLATFORMS) tell(`platform/${id}`, about);
}

/** A label of a pattern is `*`, or a word that may begin with `*`. */
function fits(labels: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === "**") return labels.length > rest.length && fits(labels.slice(labels.length - rest.length), rest);
  return labels.length === pattern.length && labels.every((label, index) => fitsLabel(label, pattern[index] ?? ""));
}

function fitsLabel(label: string, pattern: string): boolean {
  if (!pattern.startsWith("*")) return label === pattern;
  const end = pattern.slice(1);
  return label.length > end.length && label.endsWith(end);
}
