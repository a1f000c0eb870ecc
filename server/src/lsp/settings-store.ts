import { parseRelease } from "../core/catalog/version.js";
import { parseScenarioName } from "../core/config/scenario-names.js";
import { Messages } from "../core/messages/messages.js";
import { readSettings, SECTION, type Settings } from "../protocol/settings.js";

/** Asks the client for the settings of a scope; undefined when it cannot be asked. */
export type AskSettings = ((scopeUri: string | undefined, section: string) => Promise<unknown>) | undefined;

/** The settings of each workspace folder, asked for once and kept until they change. */
export class SettingsStore {
  readonly #ask: AskSettings;
  readonly #warn: (text: string) => void;
  readonly #known = new Map<string | undefined, Promise<Settings>>();
  #pushed: unknown;

  constructor(ask: AskSettings, initial: unknown, warn: (text: string) => void) {
    this.#ask = ask;
    this.#pushed = initial;
    this.#warn = warn;
  }

  /** The settings that hold in a folder. Never fails: what cannot be read counts as not set. */
  settingsOf(folderUri: string | undefined): Promise<Settings> {
    const known = this.#known.get(folderUri);
    if (known !== undefined) return known;
    const asked = this.#read(folderUri);
    this.#known.set(folderUri, asked);
    return asked;
  }

  /** Forgets everything; `pushed` is what a client that cannot be asked sends along. */
  invalidate(pushed: unknown): void {
    this.#known.clear();
    if (pushed !== undefined && pushed !== null) this.#pushed = (pushed as Record<string, unknown>)[SECTION] ?? pushed;
  }

  async #read(folderUri: string | undefined): Promise<Settings> {
    const input = this.#ask === undefined ? this.#pushed : await this.#ask(folderUri, SECTION).catch(() => undefined);
    const { settings, problems } = readSettings(input);
    for (const { setting, expected } of problems) this.#warn(`${setting} is ignored: expected ${expected}`);
    if (settings.kafkaVersion.trim() !== "" && parseRelease(settings.kafkaVersion) === undefined) {
      this.#warn(
        `${SECTION}.kafkaVersion is ignored: "${settings.kafkaVersion}" is no release of Kafka that Ackwise knows; ` +
          "expected a release such as 3.9 or 3.9.1",
      );
    }
    const scenario = parseScenarioName(settings.scenario.trim());
    if (settings.scenario.trim() !== "" && "problem" in scenario) {
      const expected = new Messages().say(scenario.problem);
      this.#warn(`${SECTION}.scenario is ignored: "${settings.scenario}" is no scenario; expected ${expected}`);
    }
    return settings;
  }
}
