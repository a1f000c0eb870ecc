// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { choose, FORM, isSeen, one, Opened, report, STATE } from "./panel-harness.js";

function type(selector: string, value: string, event: "input" | "change"): void {
  const input = one<HTMLInputElement>(selector);
  input.value = value;
  input.dispatchEvent(new Event(event, { bubbles: true }));
}

const LINGER = '[data-key="linger.ms"]';

describe("a number", () => {
  test("the slider goes from stop to stop and says the value with its unit", () => {
    const { states } = new Opened();
    const slider = one<HTMLInputElement>(`${LINGER} .slider`);
    expect([slider.min, slider.max, slider.value, slider.getAttribute("aria-valuetext")]).toEqual([
      "0",
      "2",
      "1",
      "5 ms",
    ]);
    type(`${LINGER} .slider`, "2", "input");
    expect(states.at(-1)?.changes).toEqual([{ key: "linger.ms", value: "20" }]);
    expect(slider.getAttribute("aria-valuetext")).toBe("20 ms");
    expect(one<HTMLInputElement>(`${LINGER} .exact`).value).toBe("20");
    expect(one(`${LINGER} .human`).textContent).toBe("20 ms");
    expect(one(`${LINGER} .origin`).textContent).toBe("{inFile}: 5 ms");
  });

  test("beside it any value can be written; what is none changes nothing", () => {
    const { states } = new Opened();
    type(`${LINGER} .exact`, "33", "change");
    expect(states.at(-1)?.changes).toEqual([{ key: "linger.ms", value: "33" }]);
    const before = states.length;
    type(`${LINGER} .exact`, "", "change");
    expect(states).toHaveLength(before);
  });

  test("goes back to the value of the file", () => {
    const { states } = new Opened();
    const undo = one<HTMLButtonElement>(`${LINGER} .undo`);
    expect(isSeen(undo)).toBe(false);
    type(`${LINGER} .slider`, "0", "input");
    expect(isSeen(undo)).toBe(true);
    undo.click();
    expect(states.at(-1)).toEqual(STATE);
    expect(isSeen(undo)).toBe(false);
  });
});

describe("a choice", () => {
  test("has the values of the release, and the file's own value whatever it is", () => {
    const opened = new Opened();
    const list = one<HTMLSelectElement>("#field-acks");
    expect([...list.options].map(({ value }) => value)).toEqual(["all", "1", "0"]);
    const fields = FORM.fields.map((field) => (field.key === "acks" ? { ...field, value: "2" } : field));
    opened.panel.hear({ kind: "form", form: { ...FORM, fields } });
    expect([list.value, list.options.length]).toEqual(["2", 4]);
  });
});

test("a setting that the release does not have is not shown, and comes back", () => {
  const opened = new Opened();
  opened.panel.hear({ kind: "form", form: { ...FORM, fields: FORM.fields.slice(1) } });
  expect(isSeen(one(LINGER))).toBe(false);
  opened.panel.hear({ kind: "form", form: FORM });
  expect(isSeen(one(LINGER))).toBe(true);
});

describe("the scenario", () => {
  test("is made of words, and described", () => {
    const { states } = new Opened();
    expect(one<HTMLSelectElement>("#scenario-places").value).toBe("one-rack");
    choose("#scenario-events", "leader-crash");
    expect(states.at(-1)?.scenario).toBe("one-rack+leader-crash");
    expect(one("#scenario-what").textContent).toBe("Place one-rack. Event leader-crash.");
  });

  test("that the file names is no change", () => {
    const { states } = new Opened({ state: { ...STATE, scenario: "three-zones" } });
    choose("#scenario-places", "one-rack");
    choose("#scenario-events", "calm");
    expect(states.at(-1)).not.toHaveProperty("scenario", "one-rack");
  });

  test("of a scenario file has its own name, until another is chosen", () => {
    const { states } = new Opened({ form: { ...FORM, scenario: { name: "peak.ackwise.yaml", from: "file" } } });
    const places = one<HTMLSelectElement>("#scenario-places");
    expect([places.value, places.options[0]?.textContent]).toEqual(["", "peak.ackwise.yaml"]);
    expect(one("#scenario-what").textContent).toBe("{asInFile}");
    choose("#scenario-places", "three-zones");
    expect(states.at(-1)?.scenario).toBe("three-zones");
  });
});

describe("for people who do not see it, or have no mouse", () => {
  const CONTROLS = "input, select, button, summary, progress";

  /** The name a screen reader says, as far as the page uses the ways to give one. */
  function nameOf(control: Element): string {
    const label = control.id === "" ? null : document.querySelector(`label[for="${control.id}"]`);
    return (control.getAttribute("aria-label") ?? label?.textContent ?? control.textContent).trim();
  }

  test("every control has a name, and what describes it is there", () => {
    const opened = new Opened();
    opened.answer(report("done"));
    choose("#field-acks", "1");
    const controls = [...document.querySelectorAll(CONTROLS)];
    expect(controls.length).toBeGreaterThan(20);
    expect(controls.filter((control) => nameOf(control) === "").map(({ outerHTML }) => outerHTML)).toEqual([]);
    const described = [...document.querySelectorAll("[aria-describedby]")].map((one) =>
      one.getAttribute("aria-describedby"),
    );
    for (const id of described) expect(document.querySelectorAll(`[id="${id ?? ""}"]`), id ?? "").toHaveLength(1);
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("one main part with a name, one heading of the first order, answers read out", () => {
    new Opened().answer(report("done"));
    expect(one("main").getAttribute("aria-label")).toBe("{report}");
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(one("form").getAttribute("aria-label")).toBe("{settings}");
    expect([one(".answer").getAttribute("role"), one(".answer").getAttribute("aria-live")]).toEqual([
      "status",
      "polite",
    ]);
  });

  test("nothing takes the keyboard out of its order, and Enter in the form sends nothing", () => {
    new Opened();
    const ordered = [...document.querySelectorAll("[tabindex]")].filter(
      (one) => Number(one.getAttribute("tabindex")) > 0,
    );
    expect(ordered).toEqual([]);
    const submit = new Event("submit", { cancelable: true });
    one("form").dispatchEvent(submit);
    expect(submit.defaultPrevented).toBe(true);
    expect([...document.querySelectorAll("form button")].every((one) => one.getAttribute("type") === "button")).toBe(
      true,
    );
  });

  test("a number that is being written is not overwritten by an answer", () => {
    const opened = new Opened();
    const exact = one<HTMLInputElement>(`${LINGER} .exact`);
    vi.spyOn(exact, "matches").mockReturnValue(true); // The DOM of the tests knows no :focus-visible.
    exact.focus();
    exact.value = "12";
    opened.panel.hear({ kind: "form", form: FORM });
    expect(exact.value).toBe("12");
  });
});
