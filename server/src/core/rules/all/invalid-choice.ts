import { shortVersion } from "../../catalog/version.js";
import type { Failure } from "../../config/evaluation.js";
import { javaTrim } from "../../config/parse-value.js";
import { readChoice } from "../choices.js";
import { failuresOf } from "../support.js";
import { failureReport, removeFix, setFix, settingOf, shown, VALUE_FIX_TITLES } from "../support-values.js";
import { suspicionOf } from "../suspicious-value.js";
import type { Fix, Report, Rule, RuleContext } from "../types.js";

/** When nothing is near, all choices are offered, unless there are too many to be of use. */
const OFFERED_CHOICES = 4;

const PROTOCOL = "security.protocol";

export const invalidChoice: Rule = {
  meta: {
    id: "invalid-choice",
    severity: "error",
    category: "startup",
    summary: "Settings such as acks, compression.type and security.protocol take one of a few fixed values.",
    sources: [
      "org.apache.kafka.common.config.ConfigDef.ValidString",
      "CompressionType.forName",
      "SecurityProtocol.forName",
    ],
  },
  messages: {
    ...VALUE_FIX_TITLES,
    notAChoice: "{key} must be one of {choices}, but is {value}: the producer does not start.",
    empty: "{key} has no value, but must be one of {choices}: the producer does not start.",
    wrongCase: "{key} must be {meant} in exactly this case, not {value}: the producer does not start.",
    brokerValue:
      "{value} is a compression.type of topics and brokers; here it must be one of {choices}: the producer does not start.",
    replicas:
      "acks does not count replicas: it must be one of {choices}, but is {value}: the producer does not start. How many replicas must confirm is min.insync.replicas of the topic.",
    removed:
      "{key} no longer takes {value} since Kafka {release}; one of {choices} is left: the producer does not start.",
    tooNew:
      "{key} takes {value} from Kafka {release} on; here it must be one of {choices}: the producer does not start.",
  },
  check: (context) => failuresOf(context, "not-a-choice").flatMap((failure) => report(context, failure)),
};

function report(context: RuleContext, failure: Failure): readonly Report[] {
  const { key } = failure;
  const setting = settingOf(context, key);
  const spec = context.catalog.keys.get(key);
  if (setting === undefined || spec === undefined || suspicionOf(context, setting) !== undefined) return [];
  const text = javaTrim(setting.value);
  const choices = choicesOf(failure, spec.defaultText);
  const reading = readChoice(spec, text, choices, context.catalog.version);
  const { cause, meant, release = "" } = reading;
  const data = {
    key,
    value: shown(text),
    choices: choices.join(", "),
    meant: meant ?? "",
    release: shortVersion(release),
  };
  const remove = removeFix(context, key);
  const fixes = [...setFixes(context, key, choices, meant, cause === "wrongCase"), ...remove];
  return [failureReport(context, failure, { messageId: cause, data, fixes })];
}

/** The values that the client names; in lower case where its own default is, since case does not matter there. */
function choicesOf(failure: Failure, defaultText: string | undefined): readonly string[] {
  const choices = String(failure.data["choices"] ?? "").split(", ");
  if (defaultText === undefined || choices.includes(defaultText)) return choices;
  const lower = choices.map((choice) => choice.toLowerCase());
  return lower.includes(defaultText) ? lower : choices;
}

function setFixes(
  context: RuleContext,
  key: string,
  choices: readonly string[],
  meant: string | undefined,
  certain: boolean,
): readonly Fix[] {
  if (meant !== undefined) return setFix(context, key, meant, certain ? "safe" : "suggestion");
  const offered = key === PROTOCOL ? protocolsFor(context, choices) : choices;
  if (offered.length > OFFERED_CHOICES) return [];
  return offered.flatMap((choice) => setFix(context, key, choice, "suggestion"));
}

/** Nobody who writes a protocol that does not exist is to lose TLS or the login by a quick fix. */
function protocolsFor({ document }: RuleContext, choices: readonly string[]): readonly string[] {
  const wantsLogin = [...document.byKey.keys()].some((key) => key.startsWith("sasl."));
  return choices.filter((choice) => choice.endsWith("SSL") && (!wantsLogin || choice.startsWith("SASL_")));
}
