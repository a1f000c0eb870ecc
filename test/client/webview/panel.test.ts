// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { Report } from "../../../server/src/core/report/report-model.js";
import { buttonOf, choose, EMPTY_FORM, FORM, isSeen, one, Opened, report, STATE } from "./panel-harness.js";

/** A report with the data of a chart behind it, folded. */
const CHARTED: Report = {
  ...report("charted"),
  sections: [
    {
      id: "fates",
      title: "Fates",
      blocks: [
        {
          kind: "chart",
          chart: {
            ...{ kind: "stacked-bars", title: "Fates", description: "of records", unit: "records", asShare: true },
            parts: [{ id: "stored", label: "stored once", tone: "good" }],
            rows: [{ label: "file", values: [10] }],
          },
        },
      ],
    },
  ],
};

const headline = (): string => one(".ackwise-headline").textContent;
const answer = (): string => one(".answer").textContent;

describe("loading", () => {
  test("the form is there at once, and a quick simulation of the file is asked for", () => {
    const { said, states } = new Opened();
    expect(one(".file").textContent).toBe("p.properties · Kafka 4.3.1");
    expect(answer()).toContain("{simulating}");
    expect(isSeen(one(".bar"))).toBe(true);
    expect(one("main").getAttribute("aria-busy")).toBe("true");
    expect(buttonOf("{save}").disabled).toBe(true);
    expect(said).toEqual([{ kind: "run", number: 1, changes: [], variants: [], quick: true }]);
    expect(states).toEqual([STATE]);
  });

  test("the bar has no value until there is progress, and shows that of the simulation in question only", () => {
    const { panel } = new Opened();
    const bar = one<HTMLProgressElement>(".bar");
    expect(bar.hasAttribute("value")).toBe(false);
    panel.hear({ kind: "progress", number: 7, percent: 90 });
    expect(bar.hasAttribute("value")).toBe(false);
    panel.hear({ kind: "progress", number: 1, percent: 40 });
    expect(bar.value).toBe(40);
  });

  test("the report shown last is there before the new one", () => {
    new Opened({ last: report("as it was") });
    expect(headline()).toBe("as it was");
    expect(buttonOf("{save}").disabled).toBe(false);
  });

  test("what was being tried is tried again, without what the file says by now", () => {
    const changes = [
      { key: "acks", value: "1" },
      { key: "linger.ms", value: "5" },
    ];
    const { runs } = new Opened({ state: { ...STATE, changes, scenario: "three-zones", open: ["time"] } });
    expect(runs).toMatchObject([{ changes: [{ key: "acks", value: "1" }], scenario: "three-zones" }]);
    expect([...document.querySelectorAll("details")].slice(0, 4).map(({ open }) => open)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });
});

describe("a result", () => {
  test("first a look, then the careful answer; texts of the report are texts", () => {
    const opened = new Opened();
    opened.answer(report("fast"));
    expect(headline()).toBe("fast");
    expect(answer()).toBe("✓fast");
    expect(one("main").textContent).toContain("<b>because</b>");
    expect(document.querySelector("main b")).toBeNull();
    vi.advanceTimersByTime(1_000);
    expect(opened.runs.at(-1)).toMatchObject({ number: 2, quick: false });
    opened.answer(report("sure", "bad"));
    expect(answer()).toBe("✕sure");
    expect(one(".state").textContent).toBe("{refined}");
    expect(isSeen(one(".bar"))).toBe(false);
    expect(one("main").getAttribute("aria-busy")).toBe("false");
  });

  test("of an older question is dropped", () => {
    const opened = new Opened();
    choose("#field-acks", "1");
    vi.advanceTimersByTime(1_000);
    opened.panel.hear({ kind: "report", number: 1, report: report("too late"), moved: {} });
    expect(document.querySelector(".ackwise-headline")).toBeNull();
    opened.answer(report("in time"));
    expect(headline()).toBe("in time");
  });

  test("what is unfolded in the report stays unfolded in the next one", () => {
    const opened = new Opened();
    opened.answer(CHARTED);
    const data = (): HTMLDetailsElement => one("main details");
    expect(data().open).toBe(false);
    data().open = true;
    opened.panel.hear({ kind: "form", form: FORM });
    opened.answer({ ...CHARTED, headline: "again" });
    expect(headline()).toBe("again");
    expect(data().open).toBe(true);
  });

  test("breaks the names of settings over a table behind their points", () => {
    const opened = new Opened();
    const label = "delivery.timeout.ms=30000";
    const columns = [
      { label: "Measure", align: "start" as const },
      { label, align: "end" as const },
    ];
    const rows = [[{ text: "p99" }, { text: "1 ms" }]];
    opened.answer({
      ...report("table"),
      sections: [{ id: "summary", title: "Result", blocks: [{ kind: "table", caption: "Measures", columns, rows }] }],
    });
    const [, heading] = document.querySelectorAll("main thead th");
    expect(heading?.innerHTML).toBe("delivery.<wbr>timeout.<wbr>ms=<wbr>30000");
  });

  test("is saved as a page of its own", () => {
    const opened = new Opened();
    opened.answer(report("saved"));
    buttonOf("{save}").click();
    const saved = opened.said.at(-1);
    expect(saved).toMatchObject({ kind: "save", html: expect.stringMatching(/^<!doctype html>[^]*saved/i) as string });
  });
});

describe("what goes wrong", () => {
  test.each(['scenario: "nowhere"; expected a scenario', "The simulation failed: out of memory."])("%s", (message) => {
    const opened = new Opened();
    opened.panel.hear({ kind: "failed", number: 1, message });
    expect(one(".failure").textContent).toBe(`{failed}${message}{tryAgain}`);
    expect(one(".failure").getAttribute("role")).toBe("alert");
    expect(isSeen(one("main"))).toBe(false);
    expect(isSeen(one(".bar"))).toBe(false);
    expect(answer()).toBe("✕{failed}");
    vi.advanceTimersByTime(10_000);
    expect(opened.runs).toHaveLength(1);
    buttonOf("{tryAgain}").click();
    opened.answer(report("well after all"));
    expect(isSeen(one(".failure"))).toBe(false);
    expect(headline()).toBe("well after all");
  });

  test("a client that refuses the change is a report like others", () => {
    const opened = new Opened();
    opened.answer(report("The client refuses acks=2.", "bad"));
    expect(answer()).toBe("✕The client refuses acks=2.");
    expect(isSeen(one("main"))).toBe(true);
  });

  test("a document that is nothing (yet): nothing can be tried, nothing is asked; then everything is there", () => {
    const opened = new Opened({ form: EMPTY_FORM });
    opened.panel.hear({ kind: "nothing", message: "p.properties is closed." });
    expect(opened.said).toEqual([]);
    expect(one(".failure").textContent).toBe("{nothing}p.properties is closed.");
    for (const hidden of ["form", "main", ".actions", ".bar"]) expect(isSeen(one(hidden)), hidden).toBe(false);
    expect(document.body.textContent).not.toContain("{tryAgain}");
    opened.panel.hear({ kind: "form", form: FORM });
    for (const seen of ["form", "main", ".actions", ".bar"]) expect(isSeen(one(seen)), seen).toBe(true);
    expect(isSeen(one(".failure"))).toBe(false);
    expect(one<HTMLSelectElement>("#scenario-events").options).toHaveLength(2);
    expect(opened.runs).toHaveLength(1);
  });

  test("B2 a server that is starting: it says so under the bar, and the question is asked when it runs", () => {
    const opened = new Opened({ form: EMPTY_FORM });
    opened.panel.hear({ kind: "server", state: "starting" });
    expect(answer()).toBe("•{starting}");
    expect(one(".failure").textContent).toBe("{starting}");
    expect(isSeen(one(".bar"))).toBe(true);
    for (const hidden of ["form", "main", ".actions"]) expect(isSeen(one(hidden)), hidden).toBe(false);
    opened.panel.hear({ kind: "form", form: FORM });
    expect(isSeen(one(".failure"))).toBe(false);
    expect(opened.runs).toHaveLength(1);
  });

  test("M13 a server that has stopped: an old answer is not shown as the present one; one button starts it again", () => {
    const opened = new Opened();
    opened.answer(report("old"));
    opened.panel.hear({ kind: "server", state: "stopped" });
    expect(answer()).toBe("✕{serverStopped}");
    expect(isSeen(one("main"))).toBe(false);
    buttonOf("{restart}").click();
    buttonOf("{output}").click();
    expect(opened.said.slice(-2)).toEqual([{ kind: "restart" }, { kind: "output" }]);
    opened.panel.hear({ kind: "form", form: FORM });
    expect(isSeen(one("main"))).toBe(true);
    expect(isSeen(buttonOf("{restart}"))).toBe(false);
    expect(answer()).toBe("•{simulating}");
  });

  test("stopped without an answer: it says so, and can be asked again", () => {
    const opened = new Opened();
    buttonOf("{stop}").click();
    expect(opened.said.at(-1)).toEqual({ kind: "cancel" });
    expect(one(".state").textContent).toBe("{stopped}");
    expect(one(".failure").textContent).toBe("{stopped}{tryAgain}");
    expect(answer()).toBe("•{stopped}");
    opened.panel.hear({ kind: "report", number: 1, report: report("late"), moved: {} });
    expect(document.querySelector(".ackwise-headline")).toBeNull();
    buttonOf("{tryAgain}").click();
    expect(opened.runs).toHaveLength(2);
  });

  test("stopped with an answer: the answer stays", () => {
    const opened = new Opened();
    opened.answer(report("kept"));
    vi.advanceTimersByTime(1_000);
    buttonOf("{stop}").click();
    expect(headline()).toBe("kept");
    expect(isSeen(one(".failure"))).toBe(false);
    expect(one(".state").textContent).toBe("{stopped}");
  });
});

describe("changes", () => {
  test("move other settings along; the file's own value of such a setting can then be tried, too", () => {
    const opened = new Opened();
    const linger = (): string => one<HTMLInputElement>("#field-linger\\.ms").value;
    const origin = (): string => one("#field-linger\\.ms-origin").textContent;
    choose("#field-acks", "1");
    vi.advanceTimersByTime(1_000);
    opened.answer(report("moved"), { "linger.ms": "20" });
    expect([linger(), origin()]).toEqual(["20", "{moved} {inFile}: 5 ms"]);
    const exact = one<HTMLInputElement>("#field-linger\\.ms");
    exact.value = "5";
    exact.dispatchEvent(new Event("change", { bubbles: true }));
    vi.advanceTimersByTime(1_000);
    expect(opened.runs.at(-1)?.changes).toEqual([
      { key: "acks", value: "1" },
      { key: "linger.ms", value: "5" },
    ]);
    opened.answer(report("both"));
    expect([linger(), origin()]).toEqual(["5", "{inFile}: 5 ms"]);
    buttonOf("{reset}").click();
    expect([linger(), origin()]).toEqual(["5", "{inFile}"]);
  });

  test("are applied to the file, which then says them itself", () => {
    const opened = new Opened();
    expect(buttonOf("{apply}").disabled).toBe(true);
    choose("#field-acks", "1");
    buttonOf("{apply}").click();
    const changes = [{ key: "acks", value: "1" }];
    expect(opened.said.at(-1)).toEqual({ kind: "apply", changes });
    opened.panel.hear({ kind: "applied" });
    expect(buttonOf("{apply}").disabled).toBe(true);
    expect(opened.states.at(-1)).toEqual(STATE);
  });

  test("stand beside the next ones as variants, which can be taken away", () => {
    const opened = new Opened();
    choose("#field-acks", "1");
    buttonOf("{addVariant}").click();
    choose("#field-acks", "0");
    vi.advanceTimersByTime(1_000);
    expect(opened.runs.at(-1)).toMatchObject({
      changes: [{ key: "acks", value: "0" }],
      variants: [[{ key: "acks", value: "1" }]],
    });
    expect(one(".variant").textContent).toBe("acks=1×");
    one<HTMLButtonElement>(".variant button").click();
    expect(document.querySelector(".variant")).toBeNull();
    buttonOf("{reset}").click();
    expect(opened.states.at(-1)).toEqual(STATE);
  });
});
