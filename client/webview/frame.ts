import type { Report } from "../../server/src/core/report/report-model.js";
import type { PanelState, PanelTexts } from "../../server/src/protocol/what-if-panel.js";
import type { WhatIfForm } from "../../server/src/protocol/what-if.js";
import { button, element } from "./dom.js";

/** What the buttons do. */
export interface FrameEvents {
  readonly onApply: () => void;
  readonly onAddVariant: () => void;
  readonly onReset: () => void;
  readonly onSave: () => void;
  readonly onStop: () => void;
  readonly onTryAgain: () => void;
}

/** Everything around form and report: the bar of progress, the buttons, the answer in a sentence, what went wrong. */
export interface Frame {
  readonly root: HTMLElement;
  readonly showTrial: (form: WhatIfForm, state: PanelState) => void;
  readonly showBusy: (text: string) => void;
  readonly showProgress: (percent: number) => void;
  readonly showIdle: (text: string) => void;
  readonly showAnswer: (report: Report) => void;
  readonly showFailure: (message: string) => void;
}

const MARKS = { good: "✓", bad: "✕", warning: "!", neutral: "•" } as const;

export function frame(texts: PanelTexts, form: HTMLElement, report: HTMLElement, events: FrameEvents): Frame {
  const bar = element("progress", { class: "bar", max: 100, "aria-label": texts.simulating, hidden: true });
  const title = element("span", { class: "file" });
  const state = element("span", { class: "state" });
  const mark = element("span", { class: "mark", "aria-hidden": "true" });
  const sentence = element("span", {}, texts.simulating);
  const answer = element("p", { class: "answer", role: "status", "aria-live": "polite" }, mark, sentence);
  const failureText = element("p");
  const failure = element(
    "div",
    { class: "failure", role: "alert", hidden: true },
    element("strong", {}, texts.failed),
    failureText,
    button(texts.tryAgain, {}, events.onTryAgain),
  );
  const apply = button(texts.apply, { class: "primary" }, events.onApply);
  const addVariant = button(texts.addVariant, {}, events.onAddVariant);
  const resetAll = button(texts.reset, {}, events.onReset);
  const save = button(texts.save, { disabled: true }, events.onSave);
  const stop = button(texts.stop, { class: "stop", hidden: true }, events.onStop);
  const head = element(
    "header",
    { class: "head" },
    element("div", { class: "top" }, title, state, stop),
    answer,
    element("div", { class: "actions" }, apply, addVariant, resetAll, save),
  );
  const setIdle = (isIdle: boolean, text: string): void => {
    bar.hidden = isIdle;
    stop.hidden = isIdle;
    state.textContent = text;
    report.setAttribute("aria-busy", String(!isIdle));
  };
  return {
    root: element("div", { class: "panel" }, bar, head, form, element("div", { class: "right" }, failure, report)),
    showTrial: ({ fileName, kafkaVersion }, { changes, variants }) => {
      title.textContent = `${fileName} · Kafka ${kafkaVersion}`;
      apply.disabled = changes.length === 0;
      addVariant.disabled = changes.length === 0;
      resetAll.disabled = changes.length === 0 && variants.length === 0;
    },
    showBusy: (text) => {
      if (bar.hidden) bar.removeAttribute("value"); // Without value until there is progress to show.
      setIdle(false, text);
    },
    showProgress: (percent) => {
      bar.value = percent;
    },
    showIdle: (text) => setIdle(true, text),
    showAnswer: ({ headline, tone }) => {
      failure.hidden = true;
      report.hidden = false;
      save.disabled = false;
      answer.dataset["tone"] = tone;
      mark.textContent = MARKS[tone];
      sentence.textContent = headline;
    },
    showFailure: (message) => {
      failure.hidden = false;
      report.hidden = true;
      failureText.textContent = message;
      sentence.textContent = texts.failed;
      mark.textContent = MARKS.bad;
      answer.dataset["tone"] = "bad";
      setIdle(true, "");
    },
  };
}
