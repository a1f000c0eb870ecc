import { shortVersion } from "../core/catalog/version.js";
import { effectiveConfigOf, type EffectiveConfig, type EffectiveSetting } from "../core/report/effective.js";
import { serviceSpeaker, type SayService } from "../core/messages/service-texts.js";
import { inOneLine } from "../core/text/shown.js";
import type { Analysis } from "./analysis.js";

/** The configuration that the producer works with, in `.properties` form: first what the file decides, then the defaults. */
export function effectiveText({ document, options, messages }: Analysis): string {
  const say = serviceSpeaker(messages);
  const config = effectiveConfigOf(document.text, { ...options, messages });
  const settings = Object.entries(config.settings);
  const own = settings.filter(([, { source }]) => source !== "default");
  const defaults = settings.filter(([, { source, value }]) => source === "default" && value !== null);
  return [
    `# ${say("effective/title", { file: inOneLine(nameOf(document.fileName)), version: config.kafkaVersion })}`,
    ...verdictOf(config, say).map((line) => `# ${inOneLine(line)}`),
    "",
    `# ${say("effective/own")}`,
    ...(own.length === 0 ? [`# ${say("effective/nothing")}`] : []),
    ...own.flatMap(([key, setting]) => linesOf(key, setting, say)),
    "",
    `# ${say("effective/defaults", { version: shortVersion(config.kafkaVersion) })}`,
    ...defaults.flatMap(([key, setting]) => linesOf(key, setting, say)),
    "",
  ].join("\n");
}

function verdictOf(config: EffectiveConfig, say: SayService): readonly string[] {
  switch (config.verdict) {
    case "ok":
      return [say("effective/starts")];
    case "throws":
      return [say("effective/throws"), ...(config.error?.exception ?? [])];
    case "unknown":
      return [
        say("effective/depends"),
        ...config.dependsOn.map(({ key, reason }) => `  ${key}: ${reason}`),
        ...(config.asItStands === undefined ? [] : [say("effective/as-it-stands"), ...config.asItStands.exception]),
      ];
    default:
      return config.verdict satisfies never;
  }
}

function linesOf(key: string, setting: EffectiveSetting, say: SayService): readonly string[] {
  const value = setting.value ?? "";
  const line = `${key}=${inOneLine(value)}`;
  if (setting.source === "default" && setting.note === undefined) return [line];
  const place = setting.line === undefined ? undefined : say("effective/line", { line: setting.line });
  const origin = [setting.source === "file" ? undefined : say(`effective/${setting.source}`), place, setting.note];
  return [`# ${origin.filter((part) => part !== undefined).join(", ")}`, line];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
