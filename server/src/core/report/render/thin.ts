/**
 * The places of at most about `limit` points that look like all of them: of each stretch the first, the least and the
 * highest, so that no peak is lost.
 */
export function thinnedPlaces(values: readonly number[], limit: number): readonly number[] {
  const all = values.map((_, place) => place);
  if (values.length <= limit) return all;
  const stretches = Math.max(1, Math.floor(limit / 3));
  const kept = new Set<number>([0, values.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * values.length) / stretches);
    const to = Math.floor(((stretch + 1) * values.length) / stretches);
    let least = from;
    let most = from;
    for (let place = from; place < to; place++) {
      if ((values[place] ?? 0) < (values[least] ?? 0)) least = place;
      if ((values[place] ?? 0) > (values[most] ?? 0)) most = place;
    }
    for (const place of [from, least, most]) kept.add(place);
  }
  return all.filter((place) => kept.has(place));
}

/** Every n-th of many, with the last one, so that at most about `limit` are left. */
export function everyNth<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const step = Math.ceil(items.length / limit);
  return items.filter((_, place) => place % step === 0 || place === items.length - 1);
}
