/** The languages that Ackwise speaks; English is the source. */
export const LANGUAGES = ["en", "ko"] as const;

/** A language that Ackwise speaks. */
export type Language = (typeof LANGUAGES)[number];

/** The language for a locale such as `ko`, `ko-KR` or `ko_KR.UTF-8`; English for all that is not Korean. */
export function languageOf(locale: string | undefined): Language {
  return /^ko(?:$|[-_.@])/i.test(locale ?? "") ? "ko" : "en";
}
