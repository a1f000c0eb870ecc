import { readFileSync } from "node:fs";
import { catalogFor, type Catalog } from "../../server/src/core/catalog/catalog.js";
import { parseVersion } from "../../server/src/core/catalog/version.js";
import { parseProperties } from "../../server/src/core/syntax/parse-properties.js";
import { recordedLines } from "../support/fixtures.js";

/** One line that the client logged. */
export interface RecordedLog {
  readonly level: string;
  readonly message?: string;
  readonly unused?: readonly string[];
}

/** What some releases do with a text; test/conformance/README.md explains the fields. */
export interface Outcome {
  readonly versions: readonly string[];
  readonly ok: boolean;
  readonly exception?: readonly { readonly class: string; readonly message: string | null }[];
  readonly effective?: Readonly<Record<string, string>>;
  readonly idempotentInEffect?: boolean;
  readonly deliveryTimeoutMs?: number;
  readonly logs?: readonly RecordedLog[];
}

export interface RecordedText {
  readonly id: string;
  readonly base?: boolean;
  readonly text: string;
  readonly environment?: readonly string[];
  readonly environmentDependent?: boolean;
  readonly outcomes: readonly Outcome[];
}

interface Meta {
  readonly releases?: readonly string[];
  readonly versions?: readonly string[];
  readonly base: readonly string[];
  readonly baseValues?: Readonly<
    Record<string, readonly { readonly versions: readonly string[]; readonly value: string }[]>
  >;
}

/** A recording: its texts, and what it says about releases. */
export class Recording {
  readonly texts: readonly RecordedText[];
  readonly #releases: readonly string[];
  readonly #base: string;
  readonly #expanded = new Map<string, readonly string[]>();
  readonly #catalogs = new Map<string, Catalog>();

  constructor(name: string, metaName: string) {
    this.texts = recordedLines(name) as RecordedText[];
    const path = new URL(`../conformance/recorded/${metaName}`, import.meta.url);
    const meta = JSON.parse(readFileSync(path, "utf8")) as Meta;
    this.#releases = meta.releases ?? meta.versions ?? [];
    this.#base = meta.base.map((line) => `${line}\n`).join("");
  }

  /** The releases of an outcome that Ackwise supports; 2.0 is before them. */
  releasesOf(outcome: Outcome): readonly string[] {
    return outcome.versions.flatMap((range) => this.#expand(range));
  }

  catalogOf(release: string): Catalog {
    const known = this.#catalogs.get(release);
    if (known !== undefined) return known;
    const catalog = catalogFor(parseVersion(release)!);
    this.#catalogs.set(release, catalog);
    return catalog;
  }

  /** The settings of a text; undefined when Properties.load refuses it. */
  settingsOf(text: RecordedText): ReadonlyMap<string, string> | undefined {
    const document = parseProperties((text.base === true ? this.#base : "") + text.text);
    if (document.problems.length > 0) return undefined;
    return new Map(document.entries.map((entry) => [entry.key, entry.value]));
  }

  #expand(range: string): readonly string[] {
    let releases = this.#expanded.get(range);
    if (releases === undefined) {
      const [first = "", last = first] = range.split("..");
      const found = this.#releases.slice(this.#releases.indexOf(first), this.#releases.indexOf(last) + 1);
      releases = found.filter((release) => !release.startsWith("2.0."));
      this.#expanded.set(range, releases);
    }
    return releases;
  }
}
