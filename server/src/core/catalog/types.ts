/** A fact that holds from a release on, until the next entry of its list. */
export interface Since<T> {
  readonly from: string;
  readonly v: T;
}

/** The types of org.apache.kafka.common.config.ConfigDef.Type that producer settings have. */
export type SettingType = "boolean" | "int" | "long" | "short" | "double" | "string" | "password" | "list" | "class";

/** The validators of ConfigDef that producer settings have, bounds inclusive. */
export type Validator =
  | { readonly kind: "range"; readonly min?: number; readonly max?: number }
  | { readonly kind: "oneOf"; readonly caseSensitive: boolean; readonly values: readonly string[] }
  | { readonly kind: "nonEmptyString" }
  | { readonly kind: "nonNull" }
  | { readonly kind: "gzipLevel"; readonly min: number; readonly max: number; readonly also: number }
  | { readonly kind: "list"; readonly emptyListAllowed: boolean };

/** A default as ConfigDef prints it; `null` in the data means optional without default. */
export type DefaultValue = { readonly value: string | null } | { readonly required: true };

/** One key with its whole history, as it stands in `schemas/producer-catalog.json`. */
export interface KeyHistory {
  readonly summary: string;
  readonly group: string;
  readonly since: string;
  readonly removedIn: string | null;
  readonly internal: boolean;
  readonly type: readonly Since<SettingType>[];
  readonly default: readonly Since<DefaultValue>[];
  readonly validator: readonly Since<Validator | null>[];
  readonly importance: readonly Since<"high" | "medium" | "low">[];
  readonly sensitive: boolean;
}

/** A key as one release of the client defines it. */
export interface KeySpec {
  readonly key: string;
  readonly type: SettingType;
  /** Default as text; undefined when the key is required or has none. */
  readonly defaultText: string | undefined;
  readonly required: boolean;
  readonly validator: Validator | undefined;
  readonly importance: "high" | "medium" | "low";
  readonly group: string;
  readonly summary: string;
  readonly internal: boolean;
  readonly sensitive: boolean;
  readonly history: KeyHistory;
}

/** When a class can be instantiated in kafka-clients. */
export interface ClassLife {
  readonly since: string;
  readonly removedIn: string | null;
}

/** The data of `schemas/producer-catalog.json`. */
export interface CatalogData {
  /** The order of ProducerConfig.CONFIG: settings are parsed in it and the first bad one is thrown. A release has a part of the keys. */
  readonly order: readonly Since<readonly string[]>[];
  readonly keys: Readonly<Record<string, KeyHistory>>;
  readonly extraKeys: readonly {
    readonly pattern: string;
    readonly type: string;
    readonly since: string;
    readonly removedIn?: string;
    readonly note: string;
  }[];
  readonly deprecations: Readonly<
    Record<
      string,
      { readonly since?: string; readonly deprecated: string; readonly removed: string; readonly replacement?: string }
    >
  >;
  readonly foreignKeys: {
    readonly consumer: readonly string[];
    readonly admin: readonly string[];
    readonly librdkafkaProducerOrGlobal: readonly { readonly key: string; readonly javaEquivalent: string | null }[];
    readonly removedJavaProducer: readonly {
      readonly key: string;
      readonly removedIn: string;
      readonly use: string | null;
    }[];
    readonly legacyScalaProducer: readonly { readonly key: string; readonly use: string | null }[];
  };
  readonly instantiableClasses: Readonly<Record<string, Readonly<Record<string, ClassLife>>>>;
}
