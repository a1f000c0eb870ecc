import { isOtherModule, settingsOf, type PlatformListener } from "../../catalog/platforms.js";
import type { WriteStep } from "../../dialects/types.js";
import type { Phrase } from "../../messages/format.js";
import { listOf } from "../../messages/phrase-texts.js";
import { letsIn, platformMismatches, type PlatformMismatch } from "../platform-listeners.js";
import { described } from "../support.js";
import { isGiven } from "../support-advice.js";
import type { Fix, Report, Rule, RuleContext, Severity } from "../types.js";

const PROTOCOL = "security.protocol";
const MECHANISM = "sasl.mechanism";

export const platformConnection: Rule = {
  meta: {
    id: "platform-connection",
    severity: "warning",
    category: "cluster",
    summary: "A managed service accepts connections only on certain ports, with certain security settings.",
    sources: ["schemas/platforms.json", "KAFKA-4090"],
  },
  messages: {
    port: "{platform} does not listen on port {port}, only on {accepted}: the producer never connects.",
    protocol: "{platform} takes {accepted} on port {port}, not {setting}: the producer never connects.",
    mechanism: "{platform} takes {accepted} on port {port}, not {setting}: the login fails.",
    convention: "{platform} usually takes {accepted} on port {port}, not {setting}.",
    lines: "Write what {platform} needs on port {port}",
    usePort: "Use port {port}, which takes {accepted}",
  },
  check: (context) => {
    const [first] = platformMismatches(context);
    return first === undefined ? [] : [reportOn(context, first)];
  },
};

function reportOn(context: RuleContext, mismatch: PlatformMismatch): Report {
  const { platform, setting, address, port, what, listeners } = mismatch;
  const fixes = [portFix(context, mismatch), what === "port" ? undefined : linesFix(context, mismatch)];
  const named = what === "mechanism" ? MECHANISM : PROTOCOL;
  return {
    messageId: platform.byConvention === true && what !== "port" ? "convention" : what,
    data: {
      platform: platform.name,
      port: port.toString(),
      accepted: acceptedBy(what, listeners),
      setting: what === "port" ? "" : described(context, named),
    },
    key: setting.key,
    span: setting.spanOf(address.start, address.end),
    severity: severityOf(context, mismatch),
    fixes: fixes.filter((fix) => fix !== undefined),
  };
}

/** A fragment that names neither security nor serializers gets both from the application. */
function severityOf(context: RuleContext, { platform, what }: PlatformMismatch): Severity {
  if (platform.byConvention === true) return "information";
  const isComplete = isGiven(context, PROTOCOL) || isGiven(context, "key.serializer", "value.serializer");
  return what === "port" || isComplete ? "warning" : "information";
}

function acceptedBy(what: PlatformMismatch["what"], listeners: readonly PlatformListener[]): Phrase | string {
  const names = listeners.flatMap(({ ports = [], protocol, mechanism, needsKeyStore }) => {
    if (what === "port") return ports.map(String);
    if (what === "mechanism") return mechanism === undefined ? [] : [mechanism];
    return needsKeyStore === true ? [] : [protocol];
  });
  return listOf([...new Set(names)]);
}

/** Another port of the platform that takes the client as the file says it connects. */
function portFix(context: RuleContext, mismatch: PlatformMismatch): Fix | undefined {
  const { platform, setting, what, port } = mismatch;
  const fitting = isGiven(context, PROTOCOL)
    ? platform.listeners.find((listener) => letsIn(context, listener))
    : undefined;
  const other = (fitting ?? (what === "port" ? platform.listeners[0] : undefined))?.ports?.[0];
  const protocol = fitting?.protocol ?? platform.listeners[0]?.protocol;
  if (other === undefined || protocol === undefined || other === port) return undefined;
  const steps = platformMismatches(context)
    .filter((one) => one.platform === platform)
    .map(({ address }): WriteStep => {
      const start = address.end - (address.port?.toString().length ?? 0);
      return { kind: "part", setting, start, end: address.end, text: other.toString() };
    });
  const data = { port: other.toString(), accepted: protocol };
  return { titleId: "usePort", data, safety: "suggestion", edits: context.document.edits.write(steps) };
}

/** The lines of the usual listener behind the port. None is offered where only encryption or a login would go. */
function linesFix({ document, catalog }: RuleContext, mismatch: PlatformMismatch): Fix | undefined {
  const { platform, setting, port, listeners } = mismatch;
  const listener = listeners.find(({ needsKeyStore }) => needsKeyStore !== true);
  if (listener === undefined || listener.protocol === "PLAINTEXT") return undefined;
  const { protocol, mechanism } = listener;
  const lines: (readonly [string, string])[] = [
    [PROTOCOL, protocol],
    ...(mechanism === undefined ? [] : [[MECHANISM, mechanism] satisfies [string, string]]),
    ...settingsOf(listener, catalog.version),
  ];
  const steps = lines.flatMap(([key, value]): WriteStep[] => {
    const old = document.byKey.get(key);
    if (old === undefined) return [{ kind: "insert", key, value, after: setting }];
    const isKept = key !== PROTOCOL && key !== MECHANISM && !isOtherModule(old.value, value);
    return isKept || old.value.trim() === value ? [] : [{ kind: "set", setting: old, value }];
  });
  const data = { platform: platform.name, port: port.toString() };
  return { titleId: "lines", data, safety: "suggestion", edits: document.edits.write(steps) };
}
