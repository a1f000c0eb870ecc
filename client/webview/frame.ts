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
  readonly onRestart: () => void;
  readonly onOutput: () => void;
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
  /** The language server is starting: the question is asked when it runs. */
  readonly showStarting: () => void;
  /** The language server does not come back by itself. */
  readonly showServerStopped: () => void;
  /** The user has ended it; where there was no answer before, nothing else is to be seen. */
  readonly showStopped: (isEmpty: boolean) => void;
}

const MARKS = { good: "✓", bad: "✕", warning: "!", neutral: "•" } as const;

/** The frame around a form and a report, before anything is known. */
export function frame(texts: PanelTexts, form: HTMLElement, report: HTMLElement, events: FrameEvents): Frame {
  const { bar, state, stop, setIdle, setBusy } = progressSigns(texts, report, events);
  const title = element("span", { class: "file" });
  const answer = answerLine(texts);
  const failure = failureBox(texts, events);
  const actions = actionButtons(texts, events);
  const top = element("div", { class: "top" }, title, state, stop);
  const head = element("header", { class: "head" }, top, answer.root, actions.root);
  const showOnly = (heading: string, message: string, remedies: readonly Remedy[]): void => {
    for (const part of [form, report, actions.root]) part.hidden = true;
    failure.show(heading, message, remedies);
    answer.show(heading, remedies.length === 0 ? "neutral" : "bad");
    setIdle(true, "");
  };
  return {
    root: element("div", { class: "panel" }, bar, head, form, element("div", { class: "right" }, failure.root, report)),
    showTrial: ({ fileName, kafkaVersion }, trial) => {
      title.textContent = kafkaVersion === "" ? fileName : `${fileName} · Kafka ${kafkaVersion}`;
      actions.show(trial);
    },
    showBusy: (text) => {
      setBusy();
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
      failure.show(texts.failed, message, ["again"]);
      answer.show(texts.failed, "bad");
      setIdle(true, "");
    },
    showNothing: (message) => showOnly(texts.nothing, message, []),
    showStarting: () => {
      showOnly(texts.starting, "", []);
      setBusy();
    },
    showServerStopped: () => showOnly(texts.serverStopped, "", ["restart", "output"]),
    showSomething: () => {
      for (const part of [form, report, actions.root]) part.hidden = false;
      if (failure.root.hidden) return;
      failure.root.hidden = true;
      answer.show(texts.simulating, "neutral");
    },
    showStopped: (isEmpty) => {
      setIdle(true, texts.stopped);
      if (!isEmpty) return;
      failure.show(texts.stopped, "", ["again"]);
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
  /** Shows the bar, without value until there is progress to show. */
  readonly setBusy: () => void;
} {
  const bar = element("progress", { class: "bar", max: 100, "aria-label": texts.simulating, hidden: true });
  const state = element("span", { class: "state" });
  const stop = button(texts.stop, { class: "stop", hidden: true }, events.onStop);
  return {
    bar,
    state,
    stop,
    setBusy: () => {
      if (bar.hidden) bar.removeAttribute("value");
      bar.hidden = false;
    },
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

/** What a failure offers to do about it; the first one is the likely one. */
type Remedy = "again" | "restart" | "output";

function failureBox(
  texts: PanelTexts,
  events: FrameEvents,
): {
  readonly root: HTMLElement;
  readonly show: (title: string, message: string, remedies: readonly Remedy[]) => void;
} {
  const title = element("strong");
  const text = element("p");
  const buttons: Readonly<Record<Remedy, HTMLElement>> = {
    again: button(texts.tryAgain, {}, events.onTryAgain),
    restart: button(texts.restart, { class: "primary" }, events.onRestart),
    output: button(texts.output, {}, events.onOutput),
  };
  const root = element("div", { class: "failure", role: "alert", hidden: true }, title, text);
  return {
    root,
    show: (heading, message, remedies) => {
      root.hidden = false;
      root.classList.toggle("nothing", remedies.length === 0);
      title.textContent = heading;
      text.textContent = message;
      root.replaceChildren(title, text, ...remedies.map((remedy) => buttons[remedy]));
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
