import type { Evaluation, Failure, FailureCode } from "../../server/src/core/config/evaluation.js";

/** The names that the machine of a recording resolves. */
export type Hosts = ReadonlySet<string>;

/** test/conformance/java/src/main/resources/hosts.txt. */
export const RECORDER_HOSTS: Hosts = new Set([
  ...["localhost", "kafka.example.com", "a", "b", "c", "host", "kafka"],
  ...[1, 2, 3].flatMap((number) => [`broker${number}`, `broker${number}.example.com`]),
]);

/** What is missing on the recorder's machine: classes outside of kafka-clients and the JVM's JAAS file. */
const MISSING: ReadonlySet<FailureCode> = new Set(["class-not-found", "jaas-missing", "config-provider"]);

/**
 * The failures as they are on the machine that recorded: what depends on its class path, its name service and its system properties
 * becomes certain or goes away. Files, algorithms, tokens and values of config providers stay unknown.
 */
export function onRecorder(evaluation: Evaluation, hosts: Hosts): readonly Failure[] {
  if (evaluation.failures.every((failure) => failure.certainty === "certain")) return evaluation.failures;
  const isCanonical = evaluation.values.get("client.dns.lookup")?.value === "resolve_canonical_bootstrap_servers_only";
  const resolves = (failure: Failure): boolean => hosts.has(String(failure.data["host"]));
  const anyResolves = evaluation.failures.some(
    (failure) => failure.code === "bootstrap-unresolvable" && resolves(failure),
  );
  return evaluation.failures.flatMap((failure) => {
    if (failure.certainty === "certain") return [failure];
    if (failure.code === "bootstrap-unresolvable") {
      return (isCanonical ? resolves(failure) : anyResolves) ? [] : [{ ...failure, certainty: "certain" as const }];
    }
    return [isMissing(failure) ? { ...failure, certainty: "certain" as const } : failure];
  });
}

function isMissing(failure: Failure): boolean {
  const { name, value } = failure.data;
  if (failure.code === "login-module") return !String(name).startsWith("com.sun.");
  if (failure.code === "serializer-setting")
    return /(Serializer class|Class) .* could not be found/.test(failure.message);
  // A path that may exist is a config-provider failure without a class name.
  return MISSING.has(failure.code) && (name !== undefined || value !== undefined || failure.code === "jaas-missing");
}
