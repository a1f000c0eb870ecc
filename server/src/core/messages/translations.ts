import koreanRules from "../../../../schemas/translations/ko/rules.json";
import koreanSettings from "../../../../schemas/translations/ko/settings.json";
import koreanTexts from "../../../../schemas/translations/ko/texts.json";
import { Messages, type Translation } from "./messages.js";

/** The languages that Ackwise speaks; English is the source. */
export const LANGUAGES = ["en", "ko"] as const;

/** A language that Ackwise speaks. */
export type Language = (typeof LANGUAGES)[number];

const KOREAN = { ...(koreanRules as Translation), ...(koreanSettings as Translation), ...(koreanTexts as Translation) };

const MESSAGES: Readonly<Record<Language, Messages>> = { en: new Messages(), ko: new Messages(KOREAN) };

/** The language for a locale such as `ko`, `ko-KR` or `ko_KR.UTF-8`; English for all that is not Korean. */
export function languageOf(locale: string | undefined): Language {
  return /^ko(?:$|[-_.@])/i.test(locale ?? "") ? "ko" : "en";
}

/** The texts of a language; none for English, which is in the program. */
export function translationFor(language: string): Translation {
  return languageOf(language) === "ko" ? KOREAN : {};
}

/** Messages in the language of a locale; the same object each time. */
export function messagesFor(locale: string | undefined): Messages {
  return MESSAGES[languageOf(locale)];
}
