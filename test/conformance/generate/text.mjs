// How a generated setting is written down as a line of a properties file.

/** Which value a key gets; undefined means the key is left out. */
/** @typedef {{[key: string]: string | undefined}} Settings */

export function escapeKey(key) {
  return key.replace(/[\\\s=:#!]/g, (letter) => `\\${letter}`);
}

/** Keeps every character of the value through Properties.load, leading blanks included. */
export function escapeValue(value) {
  const named = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\\": "\\\\" };
  return value.replace(/[\\\n\r\t\f]/g, (letter) => named[letter]).replace(/^ /, "\\ ");
}

export function line(key, value) {
  return `${escapeKey(key)}=${escapeValue(value)}`;
}

/** One line per setting that is not undefined, in the order of the object. */
export function lines(settings) {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => line(key, value))
    .join("\n");
}

/** Every way of choosing one value per key: {a: [1, 2], b: [3]} gives {a: 1, b: 3} and {a: 2, b: 3}. */
export function grid(choices) {
  return Object.entries(choices).reduce(
    (done, [key, values]) => done.flatMap((settings) => values.map((value) => ({ ...settings, [key]: value }))),
    [{}],
  );
}
