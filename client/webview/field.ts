import type { PanelTexts } from "../../server/src/protocol/what-if-panel.js";
import type { WhatIfField } from "../../server/src/protocol/what-if.js";
import { button, element } from "./dom.js";

/** A setting in the form. */
export interface FieldRow {
  readonly key: string;
  readonly root: HTMLElement;
  /** Shows the value that is tried or that other changes bring, else the file's; and what the file says beside another one. */
  readonly show: (field: WhatIfField, other: OtherValue) => void;
}

/** What a setting is instead of what it is in the file. */
export interface OtherValue {
  readonly tried: string | undefined;
  /** Through changes of other settings. */
  readonly moved: string | undefined;
}

/** A row with a label, a slider with a number, or a list to choose from. */
export function fieldRow(
  field: WhatIfField,
  texts: PanelTexts,
  onValue: (key: string, value: string) => void,
): FieldRow {
  const { key } = field;
  const id = `field-${key}`;
  const change = (value: string): void => onValue(key, value);
  const origin = element("span", { class: "origin", id: `${id}-origin` });
  const undo = button("↺", { class: "undo", title: texts.undo, "aria-label": `${texts.undo}: ${key}` }, () =>
    change(current.value),
  );
  const control = field.kind === "number" ? numberControl(id, change) : choiceControl(id, change);
  const label = element("label", { for: id, title: field.summary }, ...wordsOf(key));
  const root = element(
    "div",
    { class: `field ${field.kind}`, "data-key": key },
    element("div", { class: "name" }, label, undo, ...control.beside),
    ...control.parts,
    origin,
  );
  let current = field;
  return {
    key,
    root,
    show: (next, { tried, moved }) => {
      current = next;
      const isTried = tried !== undefined;
      root.classList.toggle("tried", isTried);
      undo.hidden = !isTried;
      control.show(next, tried ?? moved ?? next.value);
      origin.textContent = originText(next, texts, { tried, moved });
    },
  };
}

/** A key that may be broken behind its points. */
function wordsOf(key: string): readonly (Node | string)[] {
  const words = key.split(".");
  return words.flatMap((word, index) => (index < words.length - 1 ? [`${word}.`, element("wbr")] : [word]));
}

interface Control {
  /** What stands in the row of the name. */
  readonly beside: readonly HTMLElement[];
  readonly parts: readonly HTMLElement[];
  readonly show: (field: WhatIfField, value: string) => void;
}

/** The slider goes from stop to stop; the number beside it takes any value. */
function numberControl(id: string, change: (value: string) => void): Control {
  const slider = element("input", {
    type: "range",
    class: "slider",
    min: 0,
    step: 1,
    "aria-describedby": `${id}-origin`,
  });
  const exact = element("input", { type: "number", class: "exact", id, "aria-describedby": `${id}-origin` });
  const human = element("span", { class: "human", "aria-hidden": "true" });
  let stops: WhatIfField["stops"] = [];
  slider.addEventListener("input", () => {
    const stop = stops[slider.valueAsNumber];
    if (stop !== undefined) change(stop.value);
  });
  exact.addEventListener("change", () => {
    if (exact.value !== "" && exact.checkValidity()) change(String(Math.trunc(exact.valueAsNumber)));
    else exact.reportValidity();
  });
  return {
    beside: [human],
    parts: [element("div", { class: "values" }, slider, exact)],
    show: (field, value) => {
      stops = field.stops;
      const place = nearestStop(stops, value);
      const label = stops.find((stop) => stop.value === value)?.label ?? value;
      slider.max = String(Math.max(0, stops.length - 1));
      slider.valueAsNumber = place;
      slider.setAttribute("aria-label", field.key);
      slider.setAttribute("aria-valuetext", label);
      if (document.activeElement !== exact || !exact.matches(":focus-visible")) exact.value = value;
      if (field.min !== undefined) exact.min = String(field.min);
      if (field.max !== undefined) exact.max = String(field.max);
      human.textContent = label === value ? "" : label;
    },
  };
}

function choiceControl(id: string, change: (value: string) => void): Control {
  const list = element("select", { id, "aria-describedby": `${id}-origin` });
  list.addEventListener("change", () => change(list.value));
  return {
    beside: [],
    parts: [element("div", { class: "values" }, list)],
    show: (field, value) => {
      const values = field.stops.map((stop) => stop.value);
      const all = values.includes(value) ? values : [...values, value];
      if ([...list.options].map((option) => option.value).join("\n") !== all.join("\n"))
        list.replaceChildren(...all.map((one) => element("option", { value: one }, one)));
      list.value = value;
    },
  };
}

/** The stop at or nearest to a value. */
export function nearestStop(stops: WhatIfField["stops"], value: string): number {
  const exact = stops.findIndex((stop) => stop.value === value);
  if (exact >= 0) return exact;
  const wanted = Number(value);
  let best = 0;
  stops.forEach((stop, index) => {
    const distance = Math.abs(Number(stop.value) - wanted);
    if (distance < Math.abs(Number(stops[best]?.value ?? 0) - wanted)) best = index;
  });
  return best;
}

/** Where the file's value is from, and what it is while another one is tried. */
function originText(field: WhatIfField, texts: PanelTexts, { tried, moved }: OtherValue): string {
  const source = { file: texts.inFile, framework: texts.inFile, default: texts.byDefault, adjusted: texts.adjusted };
  const from = source[field.source];
  const fromFile = `${from}: ${field.human ?? field.value}`;
  if (tried !== undefined) return fromFile;
  return moved === undefined ? from : `${texts.moved} ${fromFile}`;
}
