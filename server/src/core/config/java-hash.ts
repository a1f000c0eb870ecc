/** The order in which a java.util.HashMap or HashSet of at most twelve strings gives its elements. */
export function hashOrder(values: readonly string[]): readonly string[] {
  return [...values].sort((a, b) => bucket(a) - bucket(b));
}

/** The place of a string in a table of sixteen. */
function bucket(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & 15;
}
