import type { PanelState, PanelTexts } from "../../server/src/protocol/what-if-panel.js";
import type { WhatIfField, WhatIfForm } from "../../server/src/protocol/what-if.js";
import { button, element } from "./dom.js";
import { fieldRow, type FieldRow } from "./field.js";
import { scenarioPicker } from "./scenario-picker.js";
import { changesText } from "./trial.js";

/** What the form tells. */
export interface FormEvents {
  readonly onValue: (key: string, value: string) => void;
  readonly onScenario: (name: string | undefined) => void;
  readonly onRemoveVariant: (index: number) => void;
  readonly onOpen: (groups: readonly string[]) => void;
}

/** The settings and the scenario one can try. */
export interface TrialForm {
  readonly root: HTMLElement;
  /** @param moved Settings that what is tried moves along, with their values then. */
  readonly show: (form: WhatIfForm, state: PanelState, moved: Readonly<Record<string, string>>) => void;
}

const GROUPS = ["batching", "safety", "time", "memory"] as const;
/** Those that are unfolded until the user decides otherwise: what people try first. */
const OPEN_AT_FIRST: readonly string[] = ["batching", "safety"];

export function trialForm(texts: PanelTexts, events: FormEvents, open: readonly string[] = OPEN_AT_FIRST): TrialForm {
  const picker = scenarioPicker(texts, events.onScenario);
  const variants = element("div", { class: "variants" });
  const groups = new Map(GROUPS.map((id) => [id, groupOf(texts[id], open.includes(id))]));
  const rows = new Map<string, FieldRow>();
  const root = element("form", { class: "form", "aria-label": texts.settings }, picker.root, variants);
  for (const group of groups.values()) {
    root.append(group);
    group.addEventListener("toggle", () =>
      events.onOpen([...groups].flatMap(([id, { open: isOpen }]) => (isOpen ? [id] : []))),
    );
  }
  root.addEventListener("submit", (event) => event.preventDefault());
  const rowOf = (field: WhatIfField): FieldRow => {
    const row = rows.get(field.key) ?? fieldRow(field, texts, events.onValue);
    if (!rows.has(field.key)) groups.get(field.group)?.append(row.root);
    rows.set(field.key, row);
    return row;
  };
  return {
    root,
    show: (form, state, moved) => {
      picker.show(form, state.scenario);
      const keys = new Set(form.fields.map(({ key }) => key));
      for (const { key, root: row } of rows.values()) row.hidden = !keys.has(key);
      for (const field of form.fields) {
        const change = state.changes.find(({ key }) => key === field.key);
        rowOf(field).show(field, { tried: change?.value ?? undefined, moved: moved[field.key] });
      }
      variants.hidden = state.variants.length === 0;
      variants.replaceChildren(
        element("span", { class: "variants-label" }, texts.variants),
        ...state.variants.map((changes, index) => {
          const text = changesText(changes);
          const remove = button(
            "×",
            { "aria-label": `${texts.removeVariant}: ${text}`, title: texts.removeVariant },
            () => events.onRemoveVariant(index),
          );
          return element("span", { class: "variant" }, text, remove);
        }),
      );
    },
  };
}

function groupOf(title: string, isOpen: boolean): HTMLDetailsElement {
  return element("details", { class: "group", open: isOpen }, element("summary", {}, title));
}
