/** Values that go into a message template. */
export type MessageData = Readonly<Record<string, string | number | boolean>>;

/** Templates taken apart: text at even places, names at odd ones. There are as many as the program has messages. */
const taken = new Map<string, readonly string[]>();

/** Fills the `{name}` places of a template; a place without a value stays as it is, so that a mistake shows. */
export function formatMessage(template: string, data: MessageData): string {
  let parts = taken.get(template);
  if (parts === undefined) {
    parts = template.split(/\{([A-Za-z0-9]+)\}/);
    taken.set(template, parts);
  }
  let text = "";
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] ?? "";
    text += i % 2 === 0 ? part : String(data[part] ?? `{${part}}`);
  }
  return text;
}
