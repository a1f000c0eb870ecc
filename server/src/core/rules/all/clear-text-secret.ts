import { clearTextSecrets, type ClearTextSecret } from "../clear-text.js";
import { declareProvider, ENVIRONMENT, FILE, hasProvider } from "../provider-edits.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** Where the fix for releases without EnvVarConfigProvider expects the secrets; to be adapted. */
const SECRETS_FILE = "/etc/kafka/secrets.properties";

export const clearTextSecret: Rule = {
  meta: {
    id: "clear-text-secret",
    severity: "information",
    profiles: { strict: "warning" },
    category: "security",
    summary: "A password or key that stands in the file itself is known to all who can read the file.",
    sources: ["KIP-297", "KIP-421", "org.apache.kafka.common.config.provider.EnvVarConfigProvider"],
  },
  messages: {
    value: "{key} stands here in clear text, for all who can read the file, its repository and its backups.",
    option:
      "The {option} of the login stands here in clear text, for all who can read the file, its repository and its backups.",
    environment: "Read it from the environment variable {name}",
    file: "Read it from {file}",
  },
  check: (context) =>
    clearTextSecrets(context).map((secret): Report => {
      const { setting, option, part } = secret;
      return {
        messageId: option === undefined ? "value" : "option",
        data: { key: setting.key, option: option ?? "" },
        key: setting.key,
        span: setting.spanOf(part.start, part.end),
        fixes: fixesFor(context, secret),
      };
    }),
};

/** The placeholder of a config provider and, when missing, its declaration: one edit. */
function fixesFor(context: RuleContext, secret: ClearTextSecret): readonly Fix[] {
  const { version } = context.catalog;
  const isEnvironment = hasProvider(version, ENVIRONMENT);
  if (!isEnvironment && !hasProvider(version, FILE)) return [];
  const { setting, option, part } = secret;
  const provider = declareProvider(context, isEnvironment ? ENVIRONMENT : FILE, setting);
  if (provider === undefined) return [];
  const name = variableName(secret);
  const key = option ?? setting.key;
  const place = isEnvironment ? name : `${SECRETS_FILE}:${key}`;
  const placeholder = `\${${provider.alias}:${place}}`;
  const text = option === undefined ? placeholder : `"${placeholder}"`;
  const change = context.document.edits.replacePart(setting, part.start, part.end, text);
  const edits = [...change, ...provider.edits];
  return isEnvironment
    ? [{ titleId: "environment", data: { name }, safety: "suggestion", edits }]
    : [{ titleId: "file", data: { file: SECRETS_FILE }, safety: "suggestion", edits }];
}

/** `ssl.key.password` → `KAFKA_SSL_KEY_PASSWORD`, the option clientSecret → `KAFKA_SASL_CLIENT_SECRET`. */
function variableName({ setting, option }: ClearTextSecret): string {
  const words = option === undefined ? setting.key : `sasl.${option}`;
  const snake = words.replace(/([a-z])([A-Z])/g, "$1_$2").replace(/[.-]/g, "_");
  return `KAFKA_${snake.toUpperCase()}`;
}
