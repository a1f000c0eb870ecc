import koreanRules from "../../../../schemas/translations/ko/rules.json";
import koreanSettings from "../../../../schemas/translations/ko/settings.json";
import koreanTexts from "../../../../schemas/translations/ko/texts.json";
import { languageOf, type Language } from "./languages.js";
import { Messages, type Translation } from "./messages.js";

const KOREAN = { ...(koreanRules as Translation), ...(koreanSettings as Translation), ...(koreanTexts as Translation) };

const MESSAGES: Readonly<Record<Language, Messages>> = { en: new Messages(), ko: new Messages(KOREAN) };

/** The texts of a language; none for English, which is in the program. */
export function translationFor(language: string): Translation {
  return languageOf(language) === "ko" ? KOREAN : {};
}

/** Messages in the language of a locale; the same object each time. */
export function messagesFor(locale: string | undefined): Messages {
  return MESSAGES[languageOf(locale)];
}
