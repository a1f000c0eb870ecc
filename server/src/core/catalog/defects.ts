import data from "../../../../schemas/client-defects.json";
import { inEnglish, type SaySetting } from "./guide-texts.js";
import { isAtLeast, type KafkaVersion } from "./version.js";

/** What must be so of a configuration; every part that is there must hold. */
export type DefectCondition =
  | { readonly idempotent: boolean }
  | {
      readonly key: string;
      readonly below?: number;
      readonly above?: number;
      readonly is?: readonly string[];
      readonly contains?: string;
      /** Whether the file itself gives the setting. */
      readonly written?: boolean;
    };

/** From the first release of a line that has a defect to the first one that does not. */
export interface DefectRange {
  readonly from: string;
  readonly fixed: string;
}

/** A known defect of kafka-clients, as `schemas/client-defects.json` has it. */
export interface ClientDefect {
  /** Number of the issue or advisory, such as `KAFKA-19012`. */
  readonly id: string;
  readonly also: readonly string[];
  readonly kind: "corruption" | "loss" | "duplicates" | "skew" | "hang" | "security";
  /** Whether neither an exception nor a line in the log tells of it when it strikes. */
  readonly silent: boolean;
  readonly affected: readonly DefectRange[];
  /** Rules that report it where it strikes. */
  readonly reportedBy?: readonly string[];
  /** The settings that it has to do with, the one to blame first. */
  readonly keys: readonly string[];
  /** It can strike when all hold. */
  readonly needs: readonly DefectCondition[];
  /** It is likely when one holds. */
  readonly likely: readonly DefectCondition[];
  /** One sentence each. */
  readonly consequence: string;
  readonly trigger: string;
  readonly remedy: string;
  readonly sources: readonly string[];
}

/** What a defect says of itself. */
export type DefectText = "consequence" | "trigger" | "remedy";

const TEXTS: readonly DefectText[] = ["consequence", "trigger", "remedy"];

/** All known defects, the worst first. */
export const CLIENT_DEFECTS: readonly ClientDefect[] = (data as { readonly defects: readonly ClientDefect[] }).defects;

/** Whether a release has a defect. */
export function affects({ affected }: Pick<ClientDefect, "affected">, version: KafkaVersion): boolean {
  return affected.some(({ from, fixed }) => isAtLeast(version, from) && !isAtLeast(version, fixed));
}

/** Each line of releases that has a defect: the first one with it and the first one without it, `.0` left out. */
export function affectedReleases({ affected }: Pick<ClientDefect, "affected">): readonly DefectRange[] {
  return affected.map(({ from, fixed }) => ({ from: shortRelease(from), fixed: shortRelease(fixed) }));
}

/** A text of a defect in the user's language. */
export function defectText(defect: ClientDefect, text: DefectText, say: SaySetting = inEnglish): string {
  return say(defectTextId(defect, text), defect[text]);
}

/** The id by which a text of a defect is translated. */
export function defectTextId({ id }: ClientDefect, text: DefectText): string {
  return `defect/${id}/${text}`;
}

/** The defects that a setting has to do with. */
export function defectsAbout(key: string): readonly ClientDefect[] {
  return CLIENT_DEFECTS.filter(({ keys }) => keys.includes(key));
}

/** Tells every text about defects with its id: what there is to translate. */
export function eachDefectText(tell: (id: string, english: string) => void): void {
  for (const defect of CLIENT_DEFECTS) for (const text of TEXTS) tell(defectTextId(defect, text), defect[text]);
}

/** `3.0.0` is the release 3.0; `3.5.1` stays. */
function shortRelease(release: string): string {
  return release.replace(/\.0$/, "");
}
