import { l10n, Uri, window, type QuickPickItem } from "vscode";
import {
  SCENARIO_EDIT_REQUEST,
  type ScenarioEditParams,
  type ScenarioOfStatus,
  type VersionEditResult,
} from "../../server/src/protocol/requests.js";
import { servedFile } from "./served-file.js";
import type { ServerLink } from "./server-link.js";
import { applyEdits, pickPlace, writeSetting, type Written } from "./write-down.js";

const WRITTEN: Written = { comment: "ackwise-scenario", setting: "scenario" };

type Word = ScenarioOfStatus["words"][number];

interface Choice extends QuickPickItem {
  /** Empty for what is usual. */
  readonly word: string;
}

/** Lets the user choose place, workload and event of the scenario, for the file (a comment) or for the workspace (the setting). */
export async function selectScenario(link: ServerLink): Promise<void> {
  const status = await servedFile(link);
  if (status === undefined) return;
  const uri = Uri.parse(status.uri, true);
  const name = await pickName(status.scenario);
  if (name === undefined) return;
  const place = await pickPlace(uri, WRITTEN);
  if (place === "file") await writeComment(link, uri, name);
  if (place === "workspace") await writeSetting(uri, WRITTEN, name);
}

/** The words that were chosen, joined; empty for automatic. */
async function pickName({ name, words }: ScenarioOfStatus): Promise<string | undefined> {
  const automatic = l10n.t("the nearest scenario file, the setting, else one-rack");
  const usual = { place: automatic, workload: l10n.t("10,000 records/s of 1 kB"), event: "" };
  const used = name.split("+");
  const chosen: string[] = [];
  for (const group of ["place", "workload", "event"] as const) {
    const choice = await pickWord(words, group, usual[group], used);
    if (choice === undefined) return undefined;
    if (choice === "" && group === "place") return "";
    if (choice !== "") chosen.push(choice);
  }
  return chosen.join("+");
}

async function pickWord(
  words: readonly Word[],
  group: Word["group"],
  usual: string,
  used: readonly string[],
): Promise<string | undefined> {
  const titles = {
    place: l10n.t("Where do producer and cluster stand?"),
    workload: l10n.t("What does the application send?"),
    event: l10n.t("What goes wrong meanwhile?"),
  };
  const label = group === "place" ? l10n.t("Automatic") : l10n.t("As usual");
  const first: Choice[] = group === "event" ? [] : [{ label, detail: usual, word: "" }];
  const choices = words
    .filter((word) => word.group === group)
    .map(({ word, what }): Choice => {
      const current = used.includes(word) ? { description: l10n.t("in use") } : {};
      return { label: word, detail: what, word, ...current };
    });
  return (await window.showQuickPick([...first, ...choices], { placeHolder: titles[group] }))?.word;
}

async function writeComment(link: ServerLink, uri: Uri, scenario: string): Promise<void> {
  const params: ScenarioEditParams = { uri: uri.toString(), scenario };
  const result = await link.running?.sendRequest<VersionEditResult | null>(SCENARIO_EDIT_REQUEST, params);
  await applyEdits(uri, result?.edits ?? []);
}
