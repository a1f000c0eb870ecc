// Compares answers with recorded/vectors.ndjson.gz, observed independently on builds of the same releases.
import { includesRelease } from "./conformance-outcomes.mjs";

/** Vectors were recorded with messages cut to their first line and this length. */
const CUT = 225;

/** The questions of all vectors that depend on nothing but their text. */
export function vectorQuestions(vectors) {
  return vectors
    .filter((vector) => !vector.environmentDependent)
    .map(({ id, text, base = false }) => ({ id: `vector ${id}`, text, base }));
}

/** One line per difference between an answer and what the vector says about the release. */
export function vectorDifferences(vectors, release, answers) {
  const answered = new Map(answers.map((answer) => [answer.id, answer]));
  return vectors.flatMap((vector) => {
    const answer = answered.get(`vector ${vector.id}`);
    const outcome = vector.outcomes.find(({ versions }) => includesRelease(versions, release));
    if (!answer || !outcome) return [];
    return differences(outcome, answer).map((what) => `${release} ${vector.id}: ${what}`);
  });
}

function differences(outcome, answer) {
  if (outcome.ok !== answer.ok) return [`ok ${outcome.ok}, now ${answer.ok}`];
  const found = [];
  const compare = (what, then, now) => {
    if (JSON.stringify(then) !== JSON.stringify(now))
      found.push(`${what} ${JSON.stringify(then)}, now ${JSON.stringify(now)}`);
  };
  compare("exception", cut(outcome.exception), cut(answer.exception));
  compare("unused", unused(outcome.logs), unused(answer.logs));
  compare("logs", messages(outcome.logs), messages(answer.logs));
  if (!answer.ok) return found;
  compare("idempotentInEffect", outcome.idempotentInEffect, answer.idempotentInEffect);
  for (const [key, value] of Object.entries(outcome.effective ?? {}))
    if (key in answer.effective || value !== "null") compare(key, value, answer.effective[key]);
  if ("deliveryTimeoutMs" in outcome) compare("deliveryTimeoutMs", outcome.deliveryTimeoutMs, answer.deliveryTimeoutMs);
  return found;
}

const firstPart = (message) => message?.split("\n")[0].trimEnd().slice(0, CUT);
const cut = (exception) => exception?.map((link) => [link.class, firstPart(link.message)]);
const unused = (logs = []) => logs.flatMap((log) => log.unused ?? []).sort();
const messages = (logs = []) =>
  logs
    .filter((log) => log.message !== undefined)
    .map((log) => `${log.level} ${firstPart(log.message)}`)
    .sort();
