/** Longer texts, such as recorded traffic, are not kept in keys but summed up. */
const LONGEST_KEPT = 10_000;

/** A key for plain data: the same data gives the same key, other data in all likelihood another one. Short, whatever recordings are in it. */
export function keyOfData(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "string" && value.length > LONGEST_KEPT ? { length: value.length, digest: digest(value) } : value,
  );
}

/** 64 bits of a text: two sums that mix every character in, by FNV-1a and with turned bits. */
function digest(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b);
    second = (second << 13) | (second >>> 19);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
