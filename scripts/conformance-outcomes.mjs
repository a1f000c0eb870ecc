// Makes the answers of many releases small: what equals the plain configuration is left out, equal outcomes of several
// releases are written once.

/** The id of the text that is nothing but the base lines. */
export const PLAIN_ID = "plain-1";

/** Keeps of an answer what says something about its text. `plain` is the answer of the same release to the plain text. */
export function reduced(answer, plain) {
  if (answer.timeout) throw new Error(`${answer.id}: the client did not come back in time`);
  const outcome = { ok: answer.ok };
  if (answer.exception) outcome.exception = answer.exception;
  if (answer.ok) {
    const effective = Object.entries(answer.effective).filter(([key, value]) => plain.effective[key] !== value);
    if (effective.length > 0) outcome.effective = Object.fromEntries(effective);
    outcome.idempotentInEffect = answer.idempotentInEffect;
    const acks = answer.effective.acks === "all" ? "-1" : answer.effective.acks;
    if (answer.acksInEffect !== acks) outcome.acksInEffect = answer.acksInEffect;
    const configured = Number(answer.effective["delivery.timeout.ms"]);
    if (answer.deliveryTimeoutMs !== configured) outcome.deliveryTimeoutMs = answer.deliveryTimeoutMs;
  }
  if (answer.logs) outcome.logs = answer.logs;
  return outcome;
}

/** [[release, value], …] in order of release becomes [{versions: ["2.1.1..3.0.2", "3.1.0"], value}, …]. */
export function grouped(values, releases) {
  const groups = new Map();
  for (const [release, value] of values) {
    const known = JSON.stringify(value);
    if (!groups.has(known)) groups.set(known, { value, members: [] });
    groups.get(known).members.push(release);
  }
  return [...groups.values()].map(({ value, members }) => ({ versions: ranges(members, releases), value }));
}

function ranges(members, releases) {
  const found = [];
  for (const release of members) {
    const last = found.at(-1);
    if (last && releases.indexOf(last.to) + 1 === releases.indexOf(release)) last.to = release;
    else found.push({ from: release, to: release });
  }
  return found.map(({ from, to }) => (from === to ? from : `${from}..${to}`));
}

/** What `grouped` made, back as [[release, value], …] in the order of the releases. */
export function ungrouped(groups, releases) {
  return releases.flatMap((release) => {
    const group = groups.find(({ versions }) => includesRelease(versions, release));
    return group === undefined ? [] : [[release, group.value]];
  });
}

/** Releases with one more, in their order. */
export function withRelease(releases, release) {
  return [...new Set([...releases, release])].sort(compareReleases);
}

export function compareReleases(one, other) {
  const [left, right] = [one, other].map((release) => release.split(".").map(Number));
  const differing = left.findIndex((part, index) => part !== right[index]);
  return differing < 0 ? 0 : left[differing] - right[differing];
}

/** Whether ranges such as ["2.1.1..3.0.2", "3.1.0"] contain the release. */
export function includesRelease(versions, release) {
  return versions.some((range) => {
    const [from, to = from] = range.split("..");
    return compareReleases(from, release) <= 0 && compareReleases(release, to) <= 0;
  });
}

const FILES =
  /\/nonexistent|^NoSuchFileException|^FileNotFoundException|s a directory|not a directory|Could not read properties/;

const QUALIFIED_NAME = /^[\p{L}_$][\p{L}\d_$]*(\.[\p{L}_$][\p{L}\d_$]*)+$/u;
/** Found or not, these are the same on every class path with this release of kafka-clients. */
const OWN_CLASS = /^(org\.apache\.kafka\.(clients|common)|java)\./;

/** What besides the text decided in at least one release: see "environment" in test/conformance/README.md. */
export function environmentOf(outcomes) {
  const said = outcomes.flatMap(({ exception = [], logs = [] }) => [
    ...exception.map((link) => `${link.class}: ${link.message}`),
    ...logs.map(({ message }) => message ?? ""),
  ]);
  const matters = (pattern) => said.some((message) => pattern.test(message));
  const tags = [];
  if (said.some(namesForeignClass)) tags.push("classpath");
  if (matters(/DNS resolution failed|^ConfigException: Unknown host in/)) tags.push("dns");
  if (matters(FILES)) tags.push("files");
  if (matters(/^(NoSuchAlgorithm|NoSuchProvider|KeyStore|Certificate|InvalidKey|UnsupportedCharset)\w*:/))
    tags.push("jvm");
  if (matters(/java\.security\.auth\.login\.config|oauthbearer\.allowed\./)) tags.push("system-property");
  return tags;
}

/** A class that was not there, but might be on another class path. */
function namesForeignClass(message) {
  const name =
    /Class (\S+) (?:could not|cannot) be found/.exec(message) ??
    /(\S+) ClassNotFoundException exception/.exec(message) ??
    /No LoginModule found for (\S+)/.exec(message) ??
    /(?:provider class|exception occurred:) (\S+)/.exec(message) ??
    /^ClassNotFoundException: (\S+)/.exec(message);
  return name !== null && QUALIFIED_NAME.test(name[1]) && !OWN_CLASS.test(name[1]);
}
