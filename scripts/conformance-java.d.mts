export interface Question {
  readonly id?: string;
  readonly text: string;
  /** Whether the three base lines of recorded/meta.json stand before the text. */
  readonly base?: boolean;
  readonly systemProperties?: Readonly<Record<string, string>>;
}

/** What the oracles answer; test/conformance/README.md explains each field. */
export interface Answer {
  readonly id?: string;
  readonly ok?: boolean;
  readonly timeout?: true;
  readonly exception?: readonly { readonly class: string; readonly message: string | null }[];
  readonly effective?: Readonly<Record<string, string>>;
  readonly idempotentInEffect?: boolean;
  readonly acksInEffect?: string;
  readonly deliveryTimeoutMs?: number;
  readonly logs?: readonly {
    readonly level: string;
    readonly logger: string;
    readonly message?: string;
    readonly unused?: readonly string[];
  }[];
  readonly text?: string;
  readonly entries?: readonly (readonly [string, string])[];
  readonly error?: string;
}

export type OracleName = "properties" | "constructor" | "definitions";

export declare function jdkVersion(): number;
export declare function compileOracles(): void;
export declare function fetchRelease(release: string): void;
export declare function askAll(
  oracle: OracleName,
  release: string | undefined,
  questions: readonly Question[],
): Promise<Answer[]>;
export declare function startOracle(
  oracle: OracleName,
  release: string | undefined,
): { ask(question: Question): Promise<Answer>; close(): void };
export declare function serve(oracle: OracleName, release: string | undefined): Promise<number | null>;
