/**
 * The entry of a table by a name that a file gives. `constructor`, `__proto__` and the other names of `Object.prototype` are values that
 * somebody may write: they name nothing here.
 */
export function ownOf<V>(table: Readonly<Record<string, V>> | undefined, name: string): V | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
