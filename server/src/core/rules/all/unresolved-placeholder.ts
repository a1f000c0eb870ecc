import { isSecretKey } from "../../catalog/secrecy.js";
import { declaredProviders, declareProvider, DIRECTORY, ENVIRONMENT, FILE, hasProvider } from "../provider-edits.js";
import { nearestOf } from "../support-values.js";
import { isRefused } from "../support-advice.js";
import type { Setting } from "../../dialects/types.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const PROVIDERS = [ENVIRONMENT, FILE, DIRECTORY];

export const unresolvedPlaceholder: Rule = {
  meta: {
    id: "unresolved-placeholder",
    severity: "information",
    category: "silent-change",
    summary: "A placeholder that no config provider fills in stays in the value as it is written.",
    sources: ["ConfigTransformer.DEFAULT_PATTERN", "KIP-421"],
  },
  messages: {
    plain:
      "The client leaves this as it is: only a name with the alias of a declared config provider and a colon before it is filled in. Fine if something else fills it in first.",
    undeclared:
      "The client leaves this as it is: the file declares no config provider {alias}. Fine if the program declares it or something else fills it in first.",
    secret: "The client leaves this as it is: the file declares no config provider for it.",
    misspelled: "The client leaves this as it is: {alias} is none of the config providers that the file declares.",
    replace: "Replace with {alias}",
    declare: "Declare the config provider {alias}",
  },
  check: (context) => {
    const declared = declaredProviders(context);
    return [...context.document.byKey.values()].flatMap((setting): readonly Report[] => {
      if (!context.catalog.keys.has(setting.key) || isRefused(context, setting.key)) return [];
      const literal = literalPlaceholder(setting.value, declared);
      return literal === undefined ? [] : [reportOn(context, setting, literal, [...declared.keys()])];
    });
  },
};

interface Placeholder {
  readonly start: number;
  readonly end: number;
  /** What stands before the first colon; undefined without one. */
  readonly alias: string | undefined;
}

/** The first placeholder of a value that no declared provider fills in. */
function literalPlaceholder(value: string, declared: ReadonlyMap<string, string>): Placeholder | undefined {
  for (let start = value.indexOf("${"); start >= 0;) {
    const close = value.indexOf("}", start);
    if (close < 0) return undefined;
    const inner = value.slice(start + 2, close);
    const alias = inner.includes(":") ? inner.slice(0, inner.indexOf(":")) : undefined;
    if (alias === undefined || !declared.has(alias)) return { start, end: close + 1, alias };
    start = value.indexOf("${", close);
  }
  return undefined;
}

function reportOn(context: RuleContext, setting: Setting, found: Placeholder, declared: readonly string[]): Report {
  // Nothing of a secret is shown, not even what may be the name of a provider.
  const isSecret = isSecretKey(setting.key);
  const isMisspelled = found.alias !== undefined && declared.length > 0;
  return {
    messageId: isSecret ? "secret" : messageOf(found, isMisspelled),
    data: isSecret ? {} : { alias: found.alias ?? "" },
    key: setting.key,
    span: setting.spanOf(found.start, found.end),
    severity: isMisspelled ? "warning" : "information",
    fixes: [...correction(context, setting, found, declared), ...declaration(context, setting, found.alias)],
  };
}

function messageOf({ alias }: Placeholder, isMisspelled: boolean): string {
  if (alias === undefined) return "plain";
  return isMisspelled ? "misspelled" : "undeclared";
}

/** The declared alias that is nearly the same. */
function correction(
  context: RuleContext,
  setting: Setting,
  { start, alias = "" }: Placeholder,
  declared: readonly string[],
): readonly Fix[] {
  const near = nearestOf(alias, declared);
  if (near === undefined) return [];
  const from = start + "${".length;
  const edits = context.document.edits.replacePart(setting, from, from + alias.length, near);
  return [{ titleId: "replace", data: { alias: near }, safety: "suggestion", edits }];
}

function declaration(context: RuleContext, setting: Setting, alias: string | undefined): readonly Fix[] {
  const provider = PROVIDERS.find((candidate) => candidate.alias === alias);
  if (provider === undefined || !hasProvider(context.catalog.version, provider)) return [];
  const declared = declareProvider(context, provider, setting);
  if (declared === undefined || declared.edits.length === 0) return [];
  return [{ titleId: "declare", data: { alias: provider.alias }, safety: "suggestion", edits: declared.edits }];
}
