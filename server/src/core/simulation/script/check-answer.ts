import { ownOf } from "../../text/own.js";
import { isProduceError, type ProduceError } from "../producer/errors.js";
import type { Checks } from "./checks.js";
import { LONGEST_MS, MOST_NODES, MOST_REQUESTS } from "./limits.js";
import type { ScriptAnswer } from "./script.js";

const FIELDS: readonly string[] = [
  "node",
  "request",
  "after",
  "errors",
  "errorsAfterAppend",
  "disconnect",
  "silent",
  "appended",
];

/** Reads one entry of `answers`. */
export function checkAnswer(value: unknown, path: string, checks: Checks): ScriptAnswer | undefined {
  const object = checks.object(value, path);
  if (object === undefined) return undefined;
  for (const field of Object.keys(object)) {
    if (!FIELDS.includes(field)) checks.report("unknown-name", `${path}.${field}`, `one of ${FIELDS.join(", ")}`);
  }
  checkCombination(object, path, checks);
  const { after, errors, errorsAfterAppend, disconnect, silent, appended } = object;
  if (silent !== undefined && silent !== true) checks.report("wrong-type", `${path}.silent`, "true");
  if (appended !== undefined && typeof appended !== "boolean")
    checks.report("wrong-type", `${path}.appended`, "true or false");
  return {
    node: checks.whole(object["node"], `${path}.node`, 0, MOST_NODES - 1),
    request: checks.whole(object["request"], `${path}.request`, 0, MOST_REQUESTS),
    ...(after !== undefined && { after: checks.whole(after, `${path}.after`, 0, LONGEST_MS) }),
    ...(errors !== undefined && { errors: checkErrors(errors, `${path}.errors`, checks) }),
    ...(errorsAfterAppend !== undefined && {
      errorsAfterAppend: checkErrors(errorsAfterAppend, `${path}.errorsAfterAppend`, checks),
    }),
    ...(disconnect !== undefined && { disconnect: checks.whole(disconnect, `${path}.disconnect`, 0, LONGEST_MS) }),
    ...(silent === true && { silent: true as const }),
    ...(appended === true && { appended: true }),
  };
}

/** An answer either comes, late or with errors, or it does not come at all. */
function checkCombination(object: Readonly<Record<string, unknown>>, path: string, checks: Checks): void {
  const lost = ["disconnect", "silent"].filter((field) => ownOf(object, field) !== undefined);
  const answered = ["after", "errors", "errorsAfterAppend"].filter((field) => ownOf(object, field) !== undefined);
  if (lost.length > 1) checks.report("conflict", path, "disconnect or silent, not both");
  if (lost.length > 0 && answered.length > 0) {
    checks.report("conflict", path, `no ${answered.join(", ")} together with ${lost.join(", ")}: no answer comes`);
  }
  if (lost.length === 0 && object["appended"] !== undefined) {
    checks.report("conflict", `${path}.appended`, "disconnect or silent together with appended");
  }
}

function checkErrors(value: unknown, path: string, checks: Checks): Readonly<Record<string, ProduceError>> {
  const errors = new Map<string, ProduceError>();
  for (const [partition, error] of Object.entries(checks.object(value, path) ?? {})) {
    if (typeof error === "string" && isProduceError(error)) errors.set(partition, error);
    else
      checks.report(
        "unknown-name",
        `${path}["${partition}"]`,
        "a produce error by its name in Errors.java, such as NOT_LEADER_OR_FOLLOWER",
      );
  }
  return Object.fromEntries(errors);
}
