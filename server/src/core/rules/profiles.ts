import type { RuleLevel } from "./render.js";
import type { RuleMeta, Severity } from "./types.js";
import { ownOf } from "../text/own.js";

/** What a person cares about most. A profile changes severities and nothing else. */
export const PROFILES = ["default", "strict", "durability", "latency", "throughput"] as const;

export type Profile = (typeof PROFILES)[number];

/** What a profile makes of the findings of a rule: a severity, off, or (undefined) whatever each report says. */
export type ProfileLevel = Severity | "off" | undefined;

/** The level of a rule under a profile; a profile that a rule does not name is like the default one. */
export function profileLevel(meta: Pick<RuleMeta, "profiles">, profile: Profile): ProfileLevel {
  return meta.profiles?.[profile] ?? meta.profiles?.default;
}

/** The level that counts: what the user set for the rule is stronger than the profile. */
export function levelIn(
  meta: Pick<RuleMeta, "id" | "profiles">,
  profile: Profile,
  levels: Readonly<Record<string, RuleLevel>>,
): ProfileLevel {
  const asked = Object.hasOwn(levels, meta.id) ? ownOf(levels, meta.id) : undefined;
  if (asked === undefined) return profileLevel(meta, profile);
  return asked === "info" ? "information" : asked;
}

/** The first profile, the default one before all, in which a rule is not off. */
export function firstProfileOf(meta: Pick<RuleMeta, "profiles">): Profile | undefined {
  return PROFILES.find((profile) => profileLevel(meta, profile) !== "off");
}
