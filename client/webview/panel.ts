import type { Report } from "../../server/src/core/report/report-model.js";
import { renderReportPage } from "../../server/src/core/report/render/render-html.js";
import type { FromPanel, PanelState, PanelTexts, ToPanel } from "../../server/src/protocol/what-if-panel.js";
import type { WhatIfForm } from "../../server/src/protocol/what-if.js";
import { Conductor } from "./conductor.js";
import { trialForm, type TrialForm } from "./form.js";
import { frame, type Frame } from "./frame.js";
import { reportView, type ReportView } from "./report-view.js";
import { rebased, reset, variantsToRun, withMoved, withoutVariant, withValue, withVariant } from "./trial.js";

/** The extension, seen from the panel. */
export interface Host {
  postMessage(message: FromPanel): void;
  setState(state: PanelState): void;
}

/** The panel: what is being tried, and the report of it. */
export class Panel {
  readonly #host: Host;
  readonly #texts: PanelTexts;
  readonly #frame: Frame;
  readonly #form: TrialForm;
  readonly #view: ReportView;
  readonly #conductor: Conductor;
  #state: PanelState;
  #settings: WhatIfForm;
  #report: Report | undefined;
  /** What the changes of the newest answer move along with them. */
  #moved: Readonly<Record<string, string>> = {};
  #isQuick = true;

  constructor(body: HTMLElement, host: Host, { state, form, texts, last }: Extract<ToPanel, { kind: "open" }>) {
    this.#host = host;
    this.#texts = texts;
    this.#settings = form;
    this.#state = rebased(state, form);
    this.#conductor = new Conductor({
      start: (number, quick) => this.#start(number, quick),
      cancel: () => host.postMessage({ kind: "cancel" }),
      nowMs: () => performance.now(),
      after: (delayMs, run) => {
        const timer = setTimeout(run, delayMs);
        return { clear: () => clearTimeout(timer) };
      },
    });
    this.#view = reportView(texts.report);
    this.#form = trialForm(texts, this.#events(), state.open);
    this.#frame = frame(texts, this.#form.root, this.#view.root, {
      onApply: () => host.postMessage({ kind: "apply", changes: this.#state.changes }),
      onAddVariant: () => this.#become(withVariant(this.#state), false),
      onReset: () => this.#become(reset(this.#state), true),
      onSave: () => this.#save(),
      onStop: () => this.#stop(),
      onTryAgain: () => this.#conductor.want(),
      onRestart: () => host.postMessage({ kind: "restart" }),
      onOutput: () => host.postMessage({ kind: "output" }),
    });
    body.replaceChildren(this.#frame.root);
    if (last !== undefined) this.#showReport(last);
    this.#become(this.#state, hasSettings(form));
    if (!hasSettings(form)) this.#frame.showNothing("");
  }

  /** Takes a message of the extension. */
  hear(message: ToPanel): void {
    switch (message.kind) {
      case "open":
        return; // Only the first one counts.
      case "form":
        this.#settings = message.form;
        this.#frame.showSomething();
        this.#become(rebased(this.#state, message.form), true);
        return;
      case "nothing":
        this.#conductor.stop();
        this.#frame.showNothing(message.message);
        return;
      case "server":
        this.#conductor.stop();
        if (message.state === "starting") this.#frame.showStarting();
        else this.#frame.showServerStopped();
        return;
      case "progress":
        if (this.#conductor.isCurrent(message.number)) this.#frame.showProgress(message.percent);
        return;
      case "report":
        if (!this.#conductor.answered(message.number, true)) return;
        this.#moved = message.moved;
        this.#become(this.#state, false);
        this.#showReport(message.report);
        this.#rest(this.#isQuick ? this.#texts.firstLook : this.#texts.refined);
        return;
      case "failed":
        if (!this.#conductor.answered(message.number, false)) return;
        this.#frame.showFailure(message.message);
        this.#rest("");
        return;
      case "applied":
        this.#become({ ...this.#state, changes: [] }, false);
        return;
    }
  }

  #events(): Parameters<typeof trialForm>[1] {
    return {
      onValue: (key, value) => {
        const shown = withMoved(this.#settings, this.#moved);
        this.#become(withValue(this.#state, shown, key, value), true);
      },
      onScenario: (scenario) => {
        const { uri, changes, variants, open } = this.#state;
        const others = open === undefined ? { uri, changes, variants } : { uri, changes, variants, open };
        this.#become(scenario === undefined ? others : { ...others, scenario }, true);
      },
      onRemoveVariant: (index) => this.#become(withoutVariant(this.#state, index), true),
      onOpen: (open) => this.#become({ ...this.#state, open }, false),
    };
  }

  #become(state: PanelState, simulates: boolean): void {
    this.#state = state;
    this.#host.setState(state);
    if (state.changes.length === 0) this.#moved = {};
    this.#form.show(this.#settings, state, this.#moved);
    this.#frame.showTrial(this.#settings, state);
    if (simulates) this.#conductor.want();
  }

  #start(number: number, quick: boolean): void {
    const { changes, scenario } = this.#state;
    this.#isQuick = quick;
    this.#frame.showBusy(this.#texts.simulating);
    const chosen = scenario === undefined ? {} : { scenario };
    this.#host.postMessage({ kind: "run", number, changes, variants: variantsToRun(this.#state), quick, ...chosen });
  }

  #showReport(report: Report): void {
    this.#report = report;
    this.#view.show(report, this.#settings.words);
    this.#frame.showAnswer(report);
  }

  /** The bar goes when nothing runs any longer; a quick answer leaves it to the careful one. */
  #rest(text: string): void {
    if (!this.#conductor.isBusy) this.#frame.showIdle(text);
  }

  #stop(): void {
    this.#conductor.stop();
    this.#frame.showStopped(this.#report === undefined);
  }

  #save(): void {
    if (this.#report === undefined) return;
    this.#host.postMessage({ kind: "save", html: renderReportPage(this.#report, this.#settings.words) });
  }
}

/** Whether there is anything to try: a document that cannot be read has no settings. */
function hasSettings({ fields }: WhatIfForm): boolean {
  return fields.length > 0;
}
