import type { Draft } from "../draft.js";
import { parseJaas, type JaasEntry } from "../jaas/parse-jaas.js";
import { javaTrim } from "../parse-value.js";
import { failSasl } from "./channel.js";
import { checkHandler, handlerInUse, instanceOrFailure } from "./callback-handlers.js";
import { checkLoginModule, isModuleAllowed } from "./login-module.js";

const JAAS = "sasl.jaas.config";
const SERVICE_NAME = "sasl.kerberos.service.name";
const LOGIN_ROLE = "org.apache.kafka.common.security.auth.Login";
const KERBEROS_LOGIN = "org.apache.kafka.common.security.kerberos.KerberosLogin";

/** What the SASL part of the network client works with. */
export interface SaslContext {
  readonly mechanism: string;
  /** The one entry of sasl.jaas.config; undefined when there is none or it is not known. */
  readonly entry: JaasEntry | undefined;
}

/** JaasContext.loadClientContext, then SaslChannelBuilder.configure: callback handlers, login class, login. */
export function checkSasl(draft: Draft): void {
  const mechanism = draft.string("sasl.mechanism");
  if (mechanism === undefined) return;
  const context: SaslContext = { mechanism, entry: checkJaas(draft) };
  checkHandler(draft, "sasl.client.callback.handler.class", context);
  const login = instanceOrFailure(draft, "sasl.login.class", LOGIN_ROLE);
  checkHandler(draft, "sasl.login.callback.handler.class", context);
  if (login === "failed" || context.entry === undefined) return;
  if (login === undefined ? mechanism === "GSSAPI" : login === KERBEROS_LOGIN) checkServiceName(draft, context.entry);
  checkLoginModule(draft, context.entry, handlerInUse(draft, mechanism));
}

/** The text of sasl.jaas.config as one login module; without it the JVM's JAAS file counts, which nobody sees from here. */
function checkJaas(draft: Draft): JaasEntry | undefined {
  if (draft.unresolved.has(JAAS)) return undefined;
  if (!draft.isSet(JAAS)) {
    missingJaas(draft);
    return undefined;
  }
  const raw = draft.given.get(JAAS) ?? "";
  const text = javaTrim(raw);
  const offset = text === "" ? 0 : raw.indexOf(text);
  const result = parseJaas(text);
  if (result.ok) return isModuleAllowed(draft, result.entry, offset) ? result.entry : undefined;
  const { problem, message, part, about } = result.refusal;
  draft.fail("network", {
    code: "jaas-syntax",
    key: JAAS,
    cause: { class: "IllegalArgumentException", message: message ?? "null" },
    part: { start: offset + part.start, end: offset + part.end },
    data: { problem, about },
  });
  return undefined;
}

function missingJaas(draft: Draft): void {
  const message =
    "Could not find a 'KafkaClient' entry in the JAAS configuration. System property 'java.security.auth.login.config' is not set";
  draft.fail("network", {
    code: "jaas-missing",
    key: JAAS,
    relatedKeys: ["security.protocol", "sasl.mechanism"],
    cause: { class: "IllegalArgumentException", message },
    certainty: "unknown",
  });
}

/** KerberosLogin.getServiceName: from the JAAS entry or from the setting, the same in both. */
function checkServiceName(draft: Draft, entry: JaasEntry): void {
  const inJaas = entry.options.get("serviceName")?.value;
  const isSet = draft.isSet(SERVICE_NAME);
  const inSettings = draft.string(SERVICE_NAME);
  if (inJaas === undefined && !isSet) {
    const message = "No serviceName defined in either JAAS or Kafka config";
    failServiceName(draft, message);
  }
  if (inJaas === undefined || inSettings === undefined || inJaas === inSettings) return;
  const message =
    "Conflicting serviceName values found in JAAS and Kafka configs " +
    `value in JAAS file ${inJaas}, value in Kafka config ${inSettings}`;
  failServiceName(draft, message);
}

function failServiceName(draft: Draft, message: string): void {
  const cause = { class: "IllegalArgumentException", message };
  failSasl(draft, { code: "login", key: SERVICE_NAME, relatedKeys: [JAAS, "sasl.mechanism"], cause });
}
