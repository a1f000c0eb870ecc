/** Values that go into a message template. */
export type MessageData = Readonly<Record<string, string | number | boolean>>;

/** Fills the `{name}` places of a template; a place without a value stays as it is, so that a mistake shows. */
export function formatMessage(template: string, data: MessageData): string {
  return template.replace(/\{([A-Za-z0-9]+)\}/g, (place, name: string) => {
    const value = data[name];
    return value === undefined ? place : String(value);
  });
}
