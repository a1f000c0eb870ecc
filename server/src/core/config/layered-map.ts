/**
 * A map over another one that stays as it is: reading falls through, writing stays here. Spares every evaluation a copy of the
 * defaults of a hundred settings.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  readonly #base: ReadonlyMap<string, V>;
  readonly #own = new Map<string, V>();
  readonly #removed = new Set<string>();

  constructor(base: ReadonlyMap<string, V>) {
    this.#base = base;
  }

  get size(): number {
    let size = this.#base.size - this.#removed.size;
    for (const key of this.#own.keys()) if (!this.#base.has(key)) size++;
    return size;
  }

  get(key: string): V | undefined {
    return this.#own.get(key) ?? (this.#removed.has(key) ? undefined : this.#base.get(key));
  }

  has(key: string): boolean {
    return this.#own.has(key) || (this.#base.has(key) && !this.#removed.has(key));
  }

  set(key: string, value: V): void {
    this.#own.set(key, value);
    this.#removed.delete(key);
  }

  delete(key: string): void {
    this.#own.delete(key);
    if (this.#base.has(key)) this.#removed.add(key);
  }

  /** The keys of the base in its order, then those added. */
  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.#base) {
      if (!this.#removed.has(key)) yield [key, this.#own.get(key) ?? value];
    }
    for (const entry of this.#own) if (!this.#base.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }
}
