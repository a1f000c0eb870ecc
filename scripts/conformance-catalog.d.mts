/** One key as DefinitionsOracle describes it; `documentation` and `internal` are not recorded. */
export interface DescribedKey {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly validator: string | null;
  readonly importance: string;
  readonly emptyListAllowed?: boolean | null;
  readonly internal?: boolean;
}

/** The part of schemas/producer-catalog.json that a release's definitions decide. */
export interface DefinedCatalog {
  readonly order: readonly { readonly from: string; readonly v: readonly string[] }[];
  readonly keys: Readonly<Record<string, object>>;
}

export declare function catalogWith<T extends DefinedCatalog>(
  catalog: T,
  release: string,
  keys: readonly DescribedKey[],
): {
  readonly catalog: T;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
};
export declare function factsOf(key: DescribedKey): Readonly<Record<string, unknown>>;
export declare function sameFact(one: unknown, other: unknown): boolean;
