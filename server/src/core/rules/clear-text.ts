import { isSecretOption } from "../catalog/jaas-words.js";
import { keyKind } from "../catalog/key-kind.js";
import { isSecretKey } from "../catalog/secrecy.js";
import { isSample } from "../catalog/secret-samples.js";
import { parseJaas } from "../config/jaas/parse-jaas.js";
import type { Setting } from "../dialects/types.js";
import type { RuleContext } from "./types.js";

const JAAS = "sasl.jaas.config";
/** Certificates are public, although the client hides them. */
const PUBLIC = /certificate/;

/** A secret as it stands in a file: the part of the value to underline, and what it is called. */
export interface ClearTextSecret {
  readonly setting: Setting;
  /** The option of the login module; undefined when the value as a whole is the secret. */
  readonly option: string | undefined;
  readonly part: { readonly start: number; readonly end: number };
}

/** The secrets that a file gives in clear text; placeholders and evident samples are none. */
export function clearTextSecrets(context: RuleContext): readonly ClearTextSecret[] {
  const found: ClearTextSecret[] = [];
  for (const setting of context.document.byKey.values()) {
    if (setting.key === JAAS) found.push(...secretsOfJaas(setting));
    else if (isReadSecret(context, setting) && !isSample(setting.value))
      found.push({ setting, option: undefined, part: { start: 0, end: setting.value.trimEnd().length } });
  }
  return found;
}

/** Settings whose whole value is a secret, of the client and of plugins; what nobody reads is another finding. */
function isReadSecret({ catalog }: RuleContext, { key }: Setting): boolean {
  if (!isSecretKey(key) || PUBLIC.test(key)) return false;
  const { kind } = keyKind(key, catalog.version);
  return kind === "producer" || kind === "plugin";
}

function secretsOfJaas(setting: Setting): readonly ClearTextSecret[] {
  const result = parseJaas(setting.value);
  if (!result.ok) return [];
  return [...result.entry.options].flatMap(([option, { value, part }]) =>
    isSecretOption(option) && !isSample(value) ? [{ setting, option, part }] : [],
  );
}
