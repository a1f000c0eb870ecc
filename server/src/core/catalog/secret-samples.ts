/** What people write where the secret is to be filled in, and what sample files have. */
const SAMPLE =
  /^(|x+|\*+|\.{3,}|\u2026|change[-_ ]?(it|me)|redacted\w*|(my[-_ ]?)?(password|secret)|todo|tbd|none|null|your[-_ ].*|<.*>|\[.*\]|\{\{.*\}\}|%.*%|@.*@)$/i;
/** `API_SECRET`: the name of what belongs there. */
const NAME = /^([A-Z0-9]+_)*(PASSWORD|SECRET|TOKEN|PASSPHRASE)$/;

/** Whether a text is no secret: a placeholder that something fills in, or a word that says what belongs there. */
export function isSample(value: string): boolean {
  const text = value.trim();
  return text.includes("${") || SAMPLE.test(text) || NAME.test(text);
}
