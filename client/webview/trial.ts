import type { PanelState } from "../../server/src/protocol/what-if-panel.js";
import type { Change, WhatIfForm } from "../../server/src/protocol/what-if.js";

const MOST_VARIANTS = 3;

/** The state with a setting tried at a value; the value of the file means that it is not tried at all. */
export function withValue(state: PanelState, form: WhatIfForm, key: string, value: string): PanelState {
  const field = form.fields.find((one) => one.key === key);
  const others = state.changes.filter((change) => change.key !== key);
  const isTried = field !== undefined && field.value !== value && value !== "";
  return { ...state, changes: isTried ? [...others, { key, value }] : others };
}

/** The form with what the changes move along with them: choosing the file's own value for such a setting is a change, too. */
export function withMoved(form: WhatIfForm, moved: Readonly<Record<string, string>>): WhatIfForm {
  const fields = form.fields.map((field) => {
    const value = moved[field.key];
    return value === undefined ? field : { ...field, value };
  });
  return { ...form, fields };
}

/** Puts what is tried beside what comes next. */
export function withVariant(state: PanelState): PanelState {
  const isNew = !state.variants.some((one) => sameChanges(one, state.changes));
  if (state.changes.length === 0 || !isNew) return state;
  return { ...state, variants: [...state.variants, state.changes].slice(-MOST_VARIANTS) };
}

/** Takes a variant away. */
export function withoutVariant(state: PanelState, index: number): PanelState {
  return { ...state, variants: state.variants.filter((_, place) => place !== index) };
}

/** The file as it is. */
export function reset(state: PanelState): PanelState {
  return { ...state, changes: [], variants: [] };
}

/** Drops what the file itself says by now, and settings that its release does not have. */
export function rebased(state: PanelState, form: WhatIfForm): PanelState {
  if (form.fields.length === 0) return state; // The document cannot be read now; it may come back.
  const differs = ({ key, value }: Change): boolean => {
    const field = form.fields.find((one) => one.key === key);
    return field !== undefined && (field.value !== value || field.source !== "file");
  };
  return { ...state, changes: state.changes.filter(differs) };
}

/** What is asked for: a variant that is what is tried anyway would stand there twice. */
export function variantsToRun(state: PanelState): readonly (readonly Change[])[] {
  return state.variants.filter((one) => !sameChanges(one, state.changes));
}

/** `linger.ms=5, acks=1`. */
export function changesText(changes: readonly Change[]): string {
  return changes.map(({ key, value }) => (value === undefined ? `− ${key}` : `${key}=${value}`)).join(", ");
}

function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  const text = (changes: readonly Change[]): string =>
    changes
      .map(({ key, value }) => `${key}=${String(value)}`)
      .toSorted()
      .join("\n");
  return text(one) === text(other);
}
