export interface ConfigurationText {
  /** Topic and number, such as "idempotence-17". */
  readonly id: string;
  /** Whether the base lines (test/conformance/releases.mjs) stand before the text. */
  readonly base: boolean;
  readonly text: string;
}

/** @param catalog the content of schemas/producer-catalog.json */
export declare function constructorTexts(catalog: unknown, options?: { readonly seed?: number }): ConfigurationText[];
export declare function endlessTexts(catalog: unknown, seed: number): Generator<ConfigurationText, never>;
