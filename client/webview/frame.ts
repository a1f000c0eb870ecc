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
  /** There is no document to simulate: nothing can be tried until there is one. */
  readonly showNothing: (message: string) => void;
  readonly showSomething: () => void;
  /** The user has ended it; where there was no answer before, nothing else is to be seen. */
  readonly showStopped: (isEmpty: boolean) => void;
}

const MARKS = { good: "✓", bad: "✕", warning: "!", neutral: "•" } as const;

/** The frame around a form and a report, before anything is known. */
export function frame(texts: PanelTexts, form: HTMLElement, report: HTMLElement, events: FrameEvents): Frame {
  const { bar, state, stop, setIdle } = progressSigns(texts, report, events);
  const title = element("span", { class: "file" });
  const answer = answerLine(texts);
  const failure = failureBox(texts, events);
  const actions = actionButtons(texts, events);
  const head = element(
    "header",
    { class: "head" },
    element("div", { class: "top" }, title, state, stop),
    answer.root,
    actions.root,
  );
  return {
    root: element("div", { class: "panel" }, bar, head, form, element("div", { class: "right" }, failure.root, report)),
    showTrial: ({ fileName, kafkaVersion }, trial) => {
      title.textContent = kafkaVersion === "" ? fileName : `${fileName} · Kafka ${kafkaVersion}`;
      actions.show(trial);
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
      failure.root.hidden = true;
      report.hidden = false;
      actions.allowSaving();
      answer.show(headline, tone);
    },
    showFailure: (message) => {
      report.hidden = true;
      failure.show(texts.failed, message, true);
      answer.show(texts.failed, "bad");
      setIdle(true, "");
    },
    showNothing: (message) => {
      for (const part of [form, report, actions.root]) part.hidden = true;
      failure.show(texts.nothing, message, false);
      answer.show(texts.nothing, "neutral");
      setIdle(true, "");
    },
    showSomething: () => {
      for (const part of [form, report, actions.root]) part.hidden = false;
      failure.root.hidden = true;
    },
    showStopped: (isEmpty) => {
      setIdle(true, texts.stopped);
      if (!isEmpty) return;
      failure.show(texts.stopped, "", true);
      answer.show(texts.stopped, "neutral");
    },
  };
}

/** What says that a simulation runs, and ends it. */
function progressSigns(
  texts: PanelTexts,
  report: HTMLElement,
  events: FrameEvents,
): {
  readonly bar: HTMLProgressElement;
  readonly state: HTMLElement;
  readonly stop: HTMLElement;
  readonly setIdle: (isIdle: boolean, text: string) => void;
} {
  const bar = element("progress", { class: "bar", max: 100, "aria-label": texts.simulating, hidden: true });
  const state = element("span", { class: "state" });
  const stop = button(texts.stop, { class: "stop", hidden: true }, events.onStop);
  return {
    bar,
    state,
    stop,
    setIdle: (isIdle, text) => {
      bar.hidden = isIdle;
      stop.hidden = isIdle;
      state.textContent = text;
      report.setAttribute("aria-busy", String(!isIdle));
    },
  };
}

/** The answer in a sentence: read out when it changes, and seen where the report has no room beside the form. */
function answerLine(texts: PanelTexts): {
  readonly root: HTMLElement;
  readonly show: (text: string, tone: Report["tone"]) => void;
} {
  const mark = element("span", { class: "mark", "aria-hidden": "true" });
  const sentence = element("span", {}, texts.simulating);
  const root = element("p", { class: "answer", role: "status", "aria-live": "polite" }, mark, sentence);
  return {
    root,
    show: (text, tone) => {
      root.dataset["tone"] = tone;
      mark.textContent = MARKS[tone];
      sentence.textContent = text;
    },
  };
}

function failureBox(
  texts: PanelTexts,
  events: FrameEvents,
): { readonly root: HTMLElement; readonly show: (title: string, message: string, mayTryAgain: boolean) => void } {
  const title = element("strong");
  const text = element("p");
  const again = button(texts.tryAgain, {}, events.onTryAgain);
  const root = element("div", { class: "failure", role: "alert", hidden: true }, title, text, again);
  return {
    root,
    show: (heading, message, mayTryAgain) => {
      root.hidden = false;
      root.classList.toggle("nothing", !mayTryAgain);
      title.textContent = heading;
      text.textContent = message;
      again.hidden = !mayTryAgain;
    },
  };
}

function actionButtons(
  texts: PanelTexts,
  events: FrameEvents,
): {
  readonly root: HTMLElement;
  readonly show: (state: PanelState) => void;
  readonly allowSaving: () => void;
} {
  const apply = button(texts.apply, { class: "primary" }, events.onApply);
  const addVariant = button(texts.addVariant, {}, events.onAddVariant);
  const resetAll = button(texts.reset, {}, events.onReset);
  const save = button(texts.save, { disabled: true }, events.onSave);
  return {
    root: element("div", { class: "actions" }, apply, addVariant, resetAll, save),
    show: ({ changes, variants }) => {
      apply.disabled = changes.length === 0;
      addVariant.disabled = changes.length === 0;
      resetAll.disabled = changes.length === 0 && variants.length === 0;
    },
    allowSaving: () => {
      save.disabled = false;
    },
  };
}
