import { describe, expect, test } from "vitest";
import { allTexts, translationMistakes, type TextsById } from "../../server/src/core/report/all-texts.js";
import { languageOf } from "../../server/src/core/messages/languages.js";
import { messagesFor, translationFor } from "../../server/src/core/messages/translations.js";
import { read } from "./repository.js";

describe.each(Object.entries(allTexts()) as [string, TextsById][])("Korean %s", (name, english) => {
  const path = `schemas/translations/ko/${name}.json`;
  const translation = JSON.parse(read(path)) as TextsById;

  test("fits the English", () => {
    expect(translationMistakes(english, translation)).toEqual([]);
  });

  test("has no text twice", () => {
    const ids = [...read(path).matchAll(/^\s*"([^"]+)": /gm)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
  });
});

test("the ids of all files differ", () => {
  const ids = Object.values(allTexts()).flatMap((texts: TextsById) => Object.keys(texts));
  expect(ids.length).toBe(new Set(ids).size);
});

test("the language of a locale", () => {
  expect(["ko", "ko-KR", "ko_KR.UTF-8", "KO"].map(languageOf)).toEqual(["ko", "ko", "ko", "ko"]);
  expect(["en", "kok-IN", "C", "", undefined].map(languageOf)).toEqual(["en", "en", "en", "en", "en"]);
  expect(translationFor("de")).toEqual({});
  expect(messagesFor("ko-KR")).toBe(messagesFor("ko"));
});

test("mistakes in a translation are told", () => {
  const english = { a: "Use {key}.", b: "One", c: "Two" };
  expect(translationMistakes(english, { a: "{Key} 사용", b: " ", d: "" })).toEqual([
    { id: "a", kind: "places" },
    { id: "b", kind: "empty" },
    { id: "c", kind: "missing" },
    { id: "d", kind: "unknown" },
  ]);
});
