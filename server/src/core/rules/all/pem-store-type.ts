import type { Setting, WriteStep } from "../../dialects/types.js";
import { javaTrim } from "../../config/parse-value.js";
import { described } from "../support.js";
import { usesTls } from "../connection-security.js";
import { adviceOn, textOf, givenSetting } from "../support-advice.js";
import { shown } from "../support-values.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

const STORES: readonly string[] = ["ssl.truststore", "ssl.keystore"];
const PEM_FILE = /\.(?:pem|crt|key)$/i;

export const pemStoreType: Rule = {
  meta: {
    id: "pem-store-type",
    severity: "warning",
    category: "security",
    since: "2.7.0",
    summary: "A PEM file needs the store type PEM, in upper case: Java cannot read it as JKS or PKCS12.",
    sources: ["org.apache.kafka.common.security.ssl.DefaultSslEngineFactory", "KIP-651"],
  },
  messages: {
    notPem: "{file} looks like a PEM file, but it is read as {type}: if it is one, the producer does not start.",
    wrongCase: "{type} is no store type that Java knows, PEM is: the producer does not start.",
    set: "Set {key} to PEM",
    setAndDrop: "Set {key} to PEM and remove {password}, which PEM does not have",
  },
  check: (context) => (usesTls(context) ? STORES.flatMap((store) => reportsOf(context, store)) : []),
};

function reportsOf(context: RuleContext, store: string): readonly Report[] {
  const location = givenSetting(context, `${store}.location`);
  const typeKey = `${store}.type`;
  const type = textOf(context, typeKey);
  if (location === undefined || type === undefined || type === "PEM") return [];
  const written = context.document.byKey.get(typeKey);
  if (type.toUpperCase() === "PEM" && written !== undefined)
    return [
      adviceOn(context, written, {
        messageId: "wrongCase",
        data: { type: shown(type) },
        fixes: [fix(context, store, written)],
      }),
    ];
  const file = javaTrim(location.value);
  if (!PEM_FILE.test(file)) return [];
  const data = { file: shown(file), type: described(context, typeKey) };
  return [adviceOn(context, location, { messageId: "notPem", data, fixes: [fix(context, store, location)] })];
}

/** With the type PEM the client refuses a store password. */
function fix(context: RuleContext, store: string, after: Setting): Fix {
  const { byKey, edits } = context.document;
  const key = `${store}.type`;
  const password = byKey.get(`${store}.password`);
  const written = byKey.get(key);
  const set: WriteStep =
    written === undefined
      ? { kind: "insert", key, value: "PEM", after }
      : { kind: "set", setting: written, value: "PEM" };
  if (password === undefined) return { titleId: "set", data: { key }, safety: "suggestion", edits: edits.write([set]) };
  const data = { key, password: password.key };
  return {
    titleId: "setAndDrop",
    data,
    safety: "suggestion",
    edits: edits.write([set, { kind: "remove", setting: password }]),
  };
}
