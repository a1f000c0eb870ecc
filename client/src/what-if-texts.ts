import { l10n } from "vscode";
import type { PanelTexts } from "../../server/src/protocol/what-if-panel.js";

/** What the what-if panel says, in the user's language. */
export function whatIfTexts(): PanelTexts {
  return {
    settings: l10n.t("Settings to try"),
    scenario: l10n.t("Scenario"),
    place: l10n.t("Place"),
    workload: l10n.t("Workload"),
    event: l10n.t("Event"),
    usual: l10n.t("usual"),
    asInFile: l10n.t("The scenario of this file."),
    batching: l10n.t("Batching"),
    safety: l10n.t("Safety"),
    time: l10n.t("Time and retries"),
    memory: l10n.t("Memory and sizes"),
    inFile: l10n.t("in the file"),
    byDefault: l10n.t("by default"),
    adjusted: l10n.t("as the client adjusts it"),
    moved: l10n.t("through what is tried; otherwise"),
    undo: l10n.t("Back to the file's value"),
    apply: l10n.t("Apply to File"),
    addVariant: l10n.t("Add Variant"),
    reset: l10n.t("Reset"),
    save: l10n.t("Save Report…"),
    stop: l10n.t("Stop"),
    variants: l10n.t("Beside it:"),
    removeVariant: l10n.t("Remove variant"),
    simulating: l10n.t("Simulating…"),
    firstLook: l10n.t("First look: one run"),
    refined: l10n.t("Five runs"),
    stopped: l10n.t("Stopped"),
    failed: l10n.t("There is no answer."),
    nothing: l10n.t("There is nothing to simulate."),
    tryAgain: l10n.t("Try Again"),
    starting: l10n.t("Ackwise is starting…"),
    serverStopped: l10n.t("Ackwise has stopped."),
    restart: l10n.t("Restart"),
    output: l10n.t("Show Output"),
    report: l10n.t("Report"),
  };
}
