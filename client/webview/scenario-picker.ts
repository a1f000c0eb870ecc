import type { PanelTexts } from "../../server/src/protocol/what-if-panel.js";
import type { ScenarioGroup, WhatIfForm } from "../../server/src/protocol/what-if.js";
import { element } from "./dom.js";
import { nameOf, wordsOf } from "./scenario-name.js";

/** Lists to choose place, workload and event from. */
export interface ScenarioPicker {
  readonly root: HTMLElement;
  /** Shows the chosen scenario, or the document's own. */
  readonly show: (form: WhatIfForm, chosen: string | undefined) => void;
}

/** What an own list begins with: the scenario of the document, which has no word in any group. */
const OWN = "";

export function scenarioPicker(texts: PanelTexts, onScenario: (name: string | undefined) => void): ScenarioPicker {
  const lists = new Map<ScenarioGroup["id"], HTMLSelectElement>();
  const what = element("p", { class: "what", id: "scenario-what" });
  const rows = element("div", { class: "scenario-lists" });
  const root = element("fieldset", { class: "group scenario" }, element("legend", {}, texts.scenario), rows, what);
  let form: WhatIfForm | undefined;
  const changed = (): void => {
    if (form === undefined) return;
    const words = Object.fromEntries([...lists].flatMap(([id, { value }]) => (value === OWN ? [] : [[id, value]])));
    const name = nameOf(words, form.scenarios);
    onScenario(name === "" || name === form.scenario.name ? undefined : name);
  };
  const build = ({ scenarios }: WhatIfForm): void => {
    lists.clear();
    rows.replaceChildren();
    for (const group of scenarios) {
      const id = `scenario-${group.id}`;
      const list = element("select", { id, "aria-describedby": "scenario-what" });
      list.addEventListener("change", changed);
      lists.set(group.id, list);
      rows.append(element("div", {}, element("label", { for: id }, labelOf(group.id, texts)), list));
    }
  };
  return {
    root,
    show: (next, chosen) => {
      if (next.scenarios.length !== lists.size) build(next); // A document that could not be read at first had none.
      form = next;
      const words = wordsOf(chosen ?? next.scenario.name, next.scenarios);
      for (const [place, group] of next.scenarios.entries()) {
        const list = lists.get(group.id);
        if (list === undefined) continue;
        const own = words !== undefined ? texts.usual : place === 0 ? next.scenario.name : "–";
        const isNeeded = words === undefined || group.id === "workloads";
        list.replaceChildren(
          ...(isNeeded ? [element("option", { value: OWN }, own)] : []),
          ...group.names.map(({ name, what: about }) => element("option", { value: name, title: about }, name)),
        );
        list.value = words === undefined ? OWN : (words[group.id] ?? firstOf(group));
      }
      what.textContent = describe(next, lists, words === undefined ? texts.asInFile : "");
    },
  };
}

/** A name without an event is calm, and one without a place stands in the first; a workload may be left out. */
function firstOf({ id, names }: ScenarioGroup): string {
  return id === "workloads" ? OWN : (names[0]?.name ?? OWN);
}

/** What the chosen words mean, as sentences. */
function describe(
  { scenarios }: WhatIfForm,
  lists: ReadonlyMap<ScenarioGroup["id"], HTMLSelectElement>,
  otherwise: string,
): string {
  const about = scenarios.flatMap(({ id, names }) => {
    const chosen = lists.get(id)?.value;
    return names.find(({ name }) => name === chosen)?.what ?? [];
  });
  return about.length === 0
    ? otherwise
    : `${about.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(". ")}.`;
}

function labelOf(id: ScenarioGroup["id"], texts: PanelTexts): string {
  switch (id) {
    case "places":
      return texts.place;
    case "workloads":
      return texts.workload;
    case "events":
      return texts.event;
  }
}
