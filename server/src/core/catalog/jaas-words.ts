import { distance } from "fastest-levenshtein";
import { looksSecret } from "./secrecy.js";

/** Options of the login modules of Kafka and the JDK whose names, and mostly values, are no secrets. */
const PLAIN_OPTION =
  /^(?:username|serviceName|tokenauth|keyTab|principal|useKeyTab|storeKey|useTicketCache|ticketCache|renewTGT|doNotPrompt|debug|isInitiator|refreshKrb5Config|useFirstPass|tryFirstPass|storePass|clearPass|clientId|scope|(?:unsecuredLogin|extension_)\w*)$/;
const SECRET_OPTION = /^(?:password|clientSecret|ssl\.(?:key|keystore|truststore)\.password)$/;
const FLAG = /^(?:null|required|requisite|sufficient|optional)$/i;
const FLAGS = ["required", "requisite", "sufficient", "optional"];
const CLASS_NAME = /^(?:[a-z_]\w*\.)+[A-Z][\w$]*$/;

/** Whether a piece of a JAAS text is certainly no secret: a class, a control flag, the name of an option. */
export function isJaasWord(text: string): boolean {
  if (FLAG.test(text) || PLAIN_OPTION.test(text) || SECRET_OPTION.test(text)) return true;
  if (CLASS_NAME.test(text) || /^\w*LoginModule$/.test(text)) return true;
  return FLAGS.some((flag) => distance(flag, text.toLowerCase()) <= 2);
}

/** Whether an option of a login module holds a secret and its name can be shown. */
export function isSecretOption(name: string): boolean {
  return SECRET_OPTION.test(name);
}

/** Whatever stands first is taken for a class. */
const MODULE = /^(?:[\w$]+\.)*[A-Z][\w$]*$/;

/** A word, its quotes taken off, or a sign. */
const TOKEN = /"((?:[^"\\\n]|\\.)*)"?|'((?:[^'\\\n]|\\.)*)'?|([^\s=;"']+)|[=;]/g;

/** The pieces of a JAAS text that are secrets or may be: values of options, and words that are out of place. */
export function jaasSecrets(text: string): readonly string[] {
  const tokens = [...text.matchAll(TOKEN)].map((match) => ({
    word: match[1] ?? match[2] ?? match[3],
    sign: match[0],
  }));
  const secrets: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const { word } = tokens[index] ?? {};
    if (word === undefined) continue;
    const isModule = index === 0 && tokens[1]?.word !== undefined && MODULE.test(word);
    if (isModule) continue;
    const isName = tokens[index + 1]?.sign === "=";
    const isValue = tokens[index - 1]?.sign === "=";
    const name = isValue ? tokens[index - 2]?.word : undefined;
    if (name !== undefined && PLAIN_OPTION.test(name) && !looksSecret(name)) continue;
    if (isValue || !(isJaasWord(word) || (isName && /^[a-z][a-z.]*[A-Za-z]*$/.test(word)))) secrets.push(word);
  }
  return secrets;
}
