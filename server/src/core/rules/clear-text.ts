import { parseJaas } from "../config/jaas/parse-jaas.js";
import type { Setting } from "../dialects/types.js";
import type { RuleContext } from "./types.js";

/** Settings whose whole value is a secret; those of schema registry clients stand in the same files. */
const SECRET_KEY =
  /^((schema\.registry\.)?ssl\.(key|keystore|truststore)\.password|ssl\.keystore\.key|(schema\.registry\.)?basic\.auth\.user\.info|sasl\.oauthbearer\.client\.credentials\.client\.secret|sasl\.oauthbearer\.assertion\.private\.key\.passphrase)$/;
const JAAS = "sasl.jaas.config";
/** Options of login modules that are secrets; the name is shown, so that it must be one of these. */
const SECRET_OPTION = /^(password|clientSecret|ssl\.(key|keystore|truststore)\.password)$/;

/** What people write where the secret is to be filled in, and what sample files have. */
const SAMPLE =
  /^(|x+|\*+|\.{3,}|\u2026|change[-_ ]?(it|me)|redacted\w*|(my[-_ ]?)?(password|secret)|todo|tbd|none|null|your[-_ ].*|<.*>|\[.*\]|\{\{.*\}\}|%.*%|@.*@)$/i;
/** `API_SECRET`: the name of what belongs there. */
const NAME = /^([A-Z0-9]+_)*(PASSWORD|SECRET|TOKEN|PASSPHRASE)$/;

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
    else if (SECRET_KEY.test(setting.key) && !isSample(setting.value))
      found.push({ setting, option: undefined, part: { start: 0, end: setting.value.trimEnd().length } });
  }
  return found;
}

function secretsOfJaas(setting: Setting): readonly ClearTextSecret[] {
  const result = parseJaas(setting.value);
  if (!result.ok) return [];
  return [...result.entry.options].flatMap(([option, { value, part }]) =>
    SECRET_OPTION.test(option) && !isSample(value) ? [{ setting, option, part }] : [],
  );
}

/** Whether a text is no secret: a placeholder that something fills in, or a word that says what belongs there. */
function isSample(value: string): boolean {
  const text = value.trim();
  return text.includes("${") || SAMPLE.test(text) || NAME.test(text);
}
