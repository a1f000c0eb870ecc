import { koreanTexts } from "./korean.js";
import { languageOf, type Language } from "./languages.js";
import { Messages, type Translation } from "./messages.js";

/** Made when they are asked for: most sessions need one language, or none. */
const made = new Map<Language, { readonly translation: Translation; readonly messages: Messages }>();

/** The texts of a language; none for English, which is in the program. */
export function translationFor(language: string): Translation {
  return textsOf(languageOf(language)).translation;
}

/** Messages in the language of a locale; the same object each time. */
export function messagesFor(locale: string | undefined): Messages {
  return textsOf(languageOf(locale)).messages;
}

function textsOf(language: Language): { readonly translation: Translation; readonly messages: Messages } {
  const known = made.get(language);
  if (known !== undefined) return known;
  const translation = language === "ko" ? koreanTexts() : {};
  const texts = { translation, messages: new Messages(translation, language) };
  made.set(language, texts);
  return texts;
}
