import { LONGEST_GLOB_CHARACTERS } from "../core/config/glob.js";
import { LANGUAGES, type Language } from "../core/messages/languages.js";
import { PROFILES, type Profile } from "../core/rules/profiles.js";
import { RULE_LEVELS, type RuleLevel } from "../core/rules/render.js";

/** The section under which all settings stand. */
export const SECTION = "ackwise";

/** What `ackwise.language` can be set to. */
export const SETTING_LANGUAGES: readonly Settings["language"][] = ["auto", ...LANGUAGES];

/** The settings as a person writes them, without the section. */
export interface Settings {
  /** Whether files of this folder are served at all. */
  readonly enable: boolean;
  /** The language of everything that is said; `auto` is that of the editor. */
  readonly language: "auto" | Language;
  /** A client release such as `3.9`; empty for automatic. */
  readonly kafkaVersion: string;
  /** The name of a scenario; empty for the default. */
  readonly scenario: string;
  readonly files: {
    /** Globs of files that are served whatever they are called. */
    readonly include: readonly string[];
    /** Globs of files that are never served. */
    readonly exclude: readonly string[];
  };
  /** Whether a line above the first setting says what a simulation of the file comes to. */
  readonly codeLens: boolean;
  readonly hover: {
    /** Whether hovers compare neighbouring values of a setting. */
    readonly simulation: boolean;
  };
  /** Which severities rules have. */
  readonly profile: Profile;
  /** Levels by rule id, stronger than the profile. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  readonly inlayHints: InlayHintKinds;
}

/** Which hints stand behind values. */
export interface InlayHintKinds {
  /** `120000` is 2 min. */
  readonly units: boolean;
  /** What the client makes of a value. */
  readonly adjusted: boolean;
  /** What a setting brings with it although the file does not say so. */
  readonly defaults: boolean;
}

/** What holds when nothing is set. The manifest repeats these; a test compares. */
export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  language: "auto",
  kafkaVersion: "",
  scenario: "",
  files: { include: [], exclude: [] },
  codeLens: true,
  hover: { simulation: true },
  profile: "default",
  rules: {},
  inlayHints: { units: true, adjusted: true, defaults: true },
};

/** A mistake in the settings: which one, and what was expected. */
export interface SettingsProblem {
  readonly setting: string;
  readonly expected: string;
}

/** Reads settings from outside: a value that is not what it should be counts as not set and is told. */
export function readSettings(input: unknown): { readonly settings: Settings; readonly problems: SettingsProblem[] } {
  const problems: SettingsProblem[] = [];
  const root = recordOf(input) ?? {};
  const files = recordOf(root["files"]) ?? {};
  const hover = recordOf(root["hover"]) ?? {};
  const settings: Settings = {
    enable: checked(root["enable"], "enable", "true or false", isBoolean, problems) ?? DEFAULT_SETTINGS.enable,
    language: checked(root["language"], "language", SETTING_LANGUAGES.join(", "), isLanguage, problems) ?? "auto",
    kafkaVersion: checked(root["kafkaVersion"], "kafkaVersion", "a text", isString, problems) ?? "",
    scenario: checked(root["scenario"], "scenario", "a text", isString, problems) ?? "",
    files: {
      include: checked(files["include"], "files.include", GLOBS, isGlobs, problems) ?? [],
      exclude: checked(files["exclude"], "files.exclude", GLOBS, isGlobs, problems) ?? [],
    },
    codeLens: checked(root["codeLens"], "codeLens", "true or false", isBoolean, problems) ?? DEFAULT_SETTINGS.codeLens,
    hover: {
      simulation:
        checked(hover["simulation"], "hover.simulation", "true or false", isBoolean, problems) ??
        DEFAULT_SETTINGS.hover.simulation,
    },
    profile: checked(root["profile"], "profile", PROFILES.join(", "), isProfile, problems) ?? "default",
    rules: rulesOf(root["rules"], problems),
    inlayHints: inlayHintsOf(root["inlayHints"], problems),
  };
  return { settings, problems };
}

const GLOBS = `a list of globs of at most ${LONGEST_GLOB_CHARACTERS} characters`;

function inlayHintsOf(input: unknown, problems: SettingsProblem[]): InlayHintKinds {
  const given = recordOf(input) ?? {};
  const isShown = (kind: keyof InlayHintKinds): boolean =>
    checked(given[kind], `inlayHints.${kind}`, "true or false", isBoolean, problems) ??
    DEFAULT_SETTINGS.inlayHints[kind];
  return { units: isShown("units"), adjusted: isShown("adjusted"), defaults: isShown("defaults") };
}

function rulesOf(input: unknown, problems: SettingsProblem[]): Settings["rules"] {
  const given = checked(input, "rules", "an object from rule id to level", isRecord, problems) ?? {};
  const rules = new Map<string, RuleLevel>();
  for (const [id, level] of Object.entries(given)) {
    const known = checked(level, `rules.${id}`, RULE_LEVELS.join(", "), isRuleLevel, problems);
    if (known !== undefined) rules.set(id, known);
  }
  return Object.fromEntries(rules);
}

function checked<T>(
  value: unknown,
  setting: string,
  expected: string,
  is: (value: unknown) => value is T,
  problems: SettingsProblem[],
): T | undefined {
  if (value === undefined || value === null) return undefined;
  if (is(value)) return value;
  problems.push({ setting: `${SECTION}.${setting}`, expected });
  return undefined;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isGlobs(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((glob) => isString(glob) && glob.length <= LONGEST_GLOB_CHARACTERS);
}

function isProfile(value: unknown): value is Profile {
  return (PROFILES as readonly unknown[]).includes(value);
}

function isRuleLevel(value: unknown): value is RuleLevel {
  return (RULE_LEVELS as readonly unknown[]).includes(value);
}

function isLanguage(value: unknown): value is Settings["language"] {
  return (SETTING_LANGUAGES as readonly unknown[]).includes(value);
}
