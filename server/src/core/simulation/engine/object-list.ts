/**
 * An empty list for objects. To JavaScript engines `[]` is a list of small whole numbers until the first object is put in, and
 * compiled code that knows lists of objects is thrown away when it meets one: in every simulation anew. This one is what it
 * will be from the start.
 */
export function objectList<Item extends object>(): Item[] {
  const list: (Item | undefined)[] = [undefined];
  list.pop();
  return list as Item[];
}
