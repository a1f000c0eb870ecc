import { isSecretKey } from "../../catalog/secrecy.js";
import { keyKind } from "../../catalog/key-kind.js";
import { templatePlaceholders } from "../../config/placeholders/file-placeholders.js";
import type { Placeholder } from "../../config/placeholders/placeholder.js";
import { declaredProviders, declareProvider, DIRECTORY, ENVIRONMENT, FILE, hasProvider } from "../provider-edits.js";
import { nearestOf } from "../support-values.js";
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
    mark: "The client takes this text as it stands. Fine if something else, such as a template engine, fills it in first.",
    defaulted:
      "The client takes this text as it stands, the default included. Fine if something else fills it in first: the file is checked with the default.",
    secret: "The client leaves this as it is: the file declares no config provider for it.",
    misspelled: "The client leaves this as it is: {alias} is none of the config providers that the file declares.",
    replace: "Replace with {alias}",
    declare: "Declare the config provider {alias}",
  },
  check: (context) => {
    const declared = declaredProviders(context);
    return [...context.document.byKey.values()].flatMap((setting): readonly Report[] => {
      if (!isReadByClient(context, setting.key)) return [];
      const [first] = templatePlaceholders(setting.key, setting.value, declared);
      return first === undefined ? [] : [reportOn(context, setting, first, [...declared.keys()])];
    });
  },
};

/** Keys of the client and of the plugins that read the same file: others belong to the application, which knows what it does. */
function isReadByClient({ catalog }: RuleContext, key: string): boolean {
  return catalog.keys.has(key) || keyKind(key, catalog.version).kind === "plugin";
}

function reportOn(context: RuleContext, setting: Setting, found: Placeholder, declared: readonly string[]): Report {
  const near = nearestOf(found.alias ?? "", declared);
  // Nothing of a secret is shown, not even what may be the name of a provider.
  const isSecret = isSecretKey(setting.key);
  return {
    messageId: messageOf(setting, found, isSecret, near !== undefined),
    data: isSecret ? {} : { alias: found.alias ?? "" },
    key: setting.key,
    span: setting.spanOf(found.start, found.end),
    severity: near === undefined ? "information" : "warning",
    fixes: [...correction(context, setting, found, near), ...declaration(context, setting, found.alias)],
  };
}

function messageOf(setting: Setting, found: Placeholder, isSecret: boolean, isMisspelled: boolean): string {
  if (found.fallback !== undefined && !isMisspelled) return "defaulted";
  if (!setting.value.startsWith("${", found.start)) return "mark";
  if (isSecret) return "secret";
  if (found.alias === undefined) return "plain";
  return isMisspelled ? "misspelled" : "undeclared";
}

/** The declared alias that is nearly the same. */
function correction(
  context: RuleContext,
  setting: Setting,
  { start, alias = "" }: Placeholder,
  near: string | undefined,
): readonly Fix[] {
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
