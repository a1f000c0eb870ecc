// What the codecs made of the batches of a recorded run: data that a script needs to be played without a codec.

/**
 * @param {{ config: Record<string, string> }} script
 * @param {{ events: readonly object[] }} trace
 */
export function withCompressedSizes(script, trace) {
  if ((script.config["compression.type"] ?? "none") === "none") return script;
  const batches = new Map();
  for (const event of trace.events) {
    if (event.e !== "request") continue;
    for (const { tp, first, records, bytes } of event.batches)
      batches.set(`${tp} ${first} ${records}`, { tp, first, records, bytes });
  }
  return { ...script, compressed: [...batches.values()] };
}
