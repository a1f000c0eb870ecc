import { effectiveConfigOf, type EffectiveConfig, type EffectiveSetting } from "../core/report/effective.js";
import type { Analysis } from "./analysis.js";
import { shortVersion } from "./setting-docs.js";
import { HIDDEN, isSecret } from "./secrets.js";

/** The configuration that the producer works with, in `.properties` form: first what the file decides, then the defaults. */
export function effectiveText({ document, options }: Analysis): string {
  const config = effectiveConfigOf(document.text, options);
  const settings = Object.entries(config.settings);
  const own = settings.filter(([, { source }]) => source !== "default");
  const defaults = settings.filter(([, { source, value }]) => source === "default" && value !== null);
  return [
    `# ${nameOf(document.fileName)} as the producer of Kafka ${config.kafkaVersion} sees it.`,
    ...verdictOf(config).map((line) => `# ${line}`),
    "",
    "# Set by the file or changed by the client",
    ...own.flatMap(([key, setting]) => linesOf(key, setting)),
    "",
    `# Defaults of Kafka ${shortVersion(config.kafkaVersion)}`,
    ...defaults.flatMap(([key, setting]) => linesOf(key, setting)),
    "",
  ].join("\n");
}

function verdictOf(config: EffectiveConfig): readonly string[] {
  switch (config.verdict) {
    case "ok":
      return ["The producer starts."];
    case "throws":
      return [
        "The producer does not start:",
        ...(config.error?.exception ?? []).flatMap((part) => part.split(/\r?\n/)),
      ];
    case "unknown":
      return [
        "Whether the producer starts depends on:",
        ...config.dependsOn.map(({ key, reason }) => `  ${key}: ${reason}`),
      ];
    default:
      return config.verdict satisfies never;
  }
}

function linesOf(key: string, setting: EffectiveSetting): readonly string[] {
  const value = setting.value ?? "";
  const shown = isSecret(key) && value !== "" ? HIDDEN : value.replace(/[\r\n]+/g, " ");
  const line = `${key}=${shown}`;
  if (setting.source === "default" && setting.note === undefined) return [line];
  const place = setting.line === undefined ? undefined : `line ${setting.line}`;
  const origin = [setting.source === "file" ? undefined : setting.source, place, setting.note];
  return [
    `# ${origin
      .filter((part) => part !== undefined)
      .join(", ")
      .replace(/[\r\n]+/g, " ")}`,
    line,
  ];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
