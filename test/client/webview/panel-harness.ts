import { onTestFinished, vi } from "vitest";
import { Panel } from "../../../client/webview/panel.js";
import type { Report } from "../../../server/src/core/report/report-model.js";
import type { FromPanel, PanelState, PanelTexts, ToPanel } from "../../../server/src/protocol/what-if-panel.js";
import type { WhatIfField, WhatIfForm } from "../../../server/src/protocol/what-if.js";

/** Every text is its own name, so that a test says which one is shown. */
export const TEXTS = new Proxy({} as PanelTexts, { get: (_, name) => `{${String(name)}}` });

export const STATE: PanelState = { uri: "file:///p.properties", changes: [], variants: [] };

const field = (key: string, rest: Partial<WhatIfField>): WhatIfField => ({
  ...{ key, group: "batching", kind: "number", value: "5", source: "file", defaultValue: "5", summary: `about ${key}` },
  stops: ["0", "5", "20"].map((value) => ({ value, label: `${value} ms` })),
  ...rest,
});

export const FORM: WhatIfForm = {
  uri: STATE.uri,
  documentVersion: 1,
  fileName: "p.properties",
  kafkaVersion: "4.3.1",
  fields: [
    field("linger.ms", { min: 0, human: "5 ms" }),
    field("acks", {
      ...{ group: "safety", kind: "choice", value: "all", source: "default" },
      stops: ["all", "1", "0"].map((value) => ({ value, label: value })),
    }),
    field("delivery.timeout.ms", { group: "time", value: "120000", source: "adjusted" }),
  ],
  scenarios: [
    { id: "places", names: ["one-rack", "three-zones"].map((name) => ({ name, what: `place ${name}` })) },
    { id: "workloads", names: [{ name: "payments", what: "small records" }] },
    { id: "events", names: ["calm", "leader-crash"].map((name) => ({ name, what: `event ${name}` })) },
  ],
  scenario: { name: "one-rack", from: "default" },
};

/** What a form looks like when the document cannot be read. */
export const EMPTY_FORM: WhatIfForm = {
  ...FORM,
  kafkaVersion: "",
  fields: [],
  scenarios: [],
  scenario: { name: "", from: "" },
};

export function report(headline: string, tone: Report["tone"] = "good"): Report {
  return {
    ...{ format: 1, kind: "simulate", title: "Simulation", headline, tone, reproduce: "ackwise simulate p.properties" },
    about: [{ label: "File", value: "p.properties" }],
    sections: [{ id: "why", title: "Why", blocks: [{ kind: "list", items: ["<b>because</b>"] }] }],
    complete: true,
  };
}

/** A panel in a document of its own, with what it has said so far. Time only passes by `vi.advanceTimersByTime`. */
export class Opened {
  readonly said: FromPanel[] = [];
  readonly states: PanelState[] = [];
  readonly panel: Panel;

  constructor(message: Partial<Extract<ToPanel, { kind: "open" }>> = {}) {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
      document.body.replaceChildren();
    });
    const host = {
      postMessage: (said: FromPanel) => void this.said.push(said),
      setState: (state: PanelState) => void this.states.push(state),
    };
    this.panel = new Panel(document.body, host, { kind: "open", state: STATE, form: FORM, texts: TEXTS, ...message });
  }

  /** The number of the simulation that was asked for last. */
  get asked(): number {
    return this.runs.at(-1)?.number ?? 0;
  }

  get runs(): readonly Extract<FromPanel, { kind: "run" }>[] {
    return this.said.filter((one) => one.kind === "run");
  }

  /** Answers the last simulation, and the careful one that follows when nothing changes any more. */
  answer(given: Report, moved: Readonly<Record<string, string>> = {}): void {
    this.panel.hear({ kind: "report", number: this.asked, report: given, moved });
  }
}

/** The one element that is meant. */
export function one<Type extends HTMLElement = HTMLElement>(selector: string, kind?: new () => Type): Type {
  const found = document.body.querySelectorAll<Type>(selector);
  const [first] = found;
  if (found.length !== 1 || first === undefined) throw new Error(`${selector}: ${found.length} elements`);
  if (kind !== undefined && !(first instanceof kind)) throw new Error(`${selector} is no ${kind.name}`);
  return first;
}

export function buttonOf(name: string): HTMLButtonElement {
  const found = [...document.body.querySelectorAll("button")].find(({ textContent }) => textContent === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}

/** Whether somebody can see it: neither it nor what it stands in is hidden. */
export function isSeen(element: Element): boolean {
  return element.closest("[hidden]") === null;
}

/** A person chooses from a list. */
export function choose(selector: string, value: string): void {
  const list = one<HTMLSelectElement>(selector);
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}
