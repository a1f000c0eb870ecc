import { describe, expect, test } from "vitest";
import { eachSettingText } from "../../server/src/core/catalog/guide.js";
import { read } from "./repository.js";

const korean = JSON.parse(read("schemas/translations/ko/settings.json")) as Readonly<Record<string, string>>;

/** Names of settings and classes, numbers, issues: what a translation must not lose or change. */
const FACTS = /[A-Za-z][\w$-]*(?:\.[\w$-]+)+|\b(?:KAFKA|KIP)-\d+|\d+(?:\.\d+)*|[A-Z][a-z]+[A-Z]\w*/g;
const NOT_FACTS: readonly string[] = ["e.g"];

function factsOf(text: string): readonly string[] {
  return (text.match(FACTS) ?? []).filter((fact) => !NOT_FACTS.includes(fact));
}

describe("Korean texts about settings", () => {
  test("keep the names, numbers and issues of the English", () => {
    const lost: string[] = [];
    eachSettingText((id, english) => {
      const text = korean[id] ?? "";
      lost.push(...factsOf(english).flatMap((fact) => (text.includes(fact) ? [] : [`${id}: ${fact}`])));
    });
    expect(lost).toEqual([]);
  });

  test("are whole sentences that Markdown and tables leave alone", () => {
    const { definitions } = JSON.parse(read("schemas/setting-guide.schema.json")) as {
      definitions: { sentences: { pattern: string; maxLength: number } };
    };
    const { pattern, maxLength } = definitions.sentences;
    const wrong = Object.entries(korean).filter(([, text]) => {
      return text.length > maxLength || !new RegExp(pattern).test(text);
    });
    expect(wrong).toEqual([]);
  });

  test("speak Korean, in polite sentences", () => {
    expect(Object.entries(korean).filter(([, text]) => !/[가-힣](?:니다|십시오)(?:\([^)]*\))?\.$/.test(text))).toEqual(
      [],
    );
  });
});
