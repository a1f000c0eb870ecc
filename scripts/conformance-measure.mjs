// What docs/conformance.md counts: the engine against the recordings, release by release.
import { readFileSync } from "node:fs";

/** The newest release that Ackwise supports. */
export const NEWEST = JSON.parse(readFileSync(new URL("../schemas/releases.json", import.meta.url), "utf8")).lines.at(
  -1,
);

/** The recordings, by their names on the page. */
export const RECORDINGS = [
  { name: "vectors", file: "vectors.ndjson.gz", meta: "vectors-meta.json" },
  { name: "generated", file: "constructor.ndjson.gz", meta: "meta.json" },
  { name: "found", file: "found-by-fuzzing.ndjson.gz", meta: "meta.json" },
];

/**
 * Opens a recording for counting. `engine` holds replay, Recording, RECORDER_HOSTS and evaluate: from the sources in a test, from
 * a bundle in a script.
 */
export function openRecording(engine, name) {
  const { file, meta } = RECORDINGS.find((one) => one.name === name);
  const recording = new engine.Recording(file, meta);
  const settings = new Map(recording.texts.map((text) => [text, recording.settingsOf(text)]));
  const hosts = name === "vectors" ? new Set(["localhost"]) : engine.RECORDER_HOSTS;
  const releases = new Set(recording.texts[0].outcomes.flatMap((outcome) => recording.releasesOf(outcome)));
  return { engine, recording, settings, hosts, releases: [...releases].sort(byNumber) };
}

/** One row of the table: how many texts, and what Ackwise says of them in this release. */
export function countRelease({ engine, recording, settings, hosts }, release) {
  const one = {
    texts: recording.texts,
    releasesOf: (outcome) => (recording.releasesOf(outcome).includes(release) ? [release] : []),
    catalogOf: () => recording.catalogOf(release),
    settingsOf: (text) => settings.get(text),
  };
  const { pairs, unknown, refused, sameWords, disagreements } = engine.replay(one, hosts);
  return {
    release,
    texts: pairs,
    agree: pairs - unknown - disagreements.size,
    unknown,
    wrong: disagreements.size,
    refused,
    sameWords,
  };
}

/** The texts on which Ackwise is wrong in some release, with those releases. */
export function listWrong({ engine, recording, hosts }) {
  const releasesById = new Map();
  for (const [problem, releases] of engine.replay(recording, hosts).disagreements) {
    const id = problem.slice(0, problem.indexOf(": "));
    releasesById.set(id, [...(releasesById.get(id) ?? []), ...releases]);
  }
  return recording.texts
    .filter(({ id }) => releasesById.has(id))
    .map(({ id, text }) => ({ text, releases: releasesById.get(id).sort(byNumber) }));
}

/** Why verdicts are open in a release: how many texts have a failure of each code that depends on the machine. */
export function countReasons({ engine, recording, settings }, release) {
  const counts = new Map();
  for (const given of settings.values()) {
    if (given === undefined) continue;
    const { verdict, failures } = engine.evaluate(given, recording.catalogOf(release));
    if (verdict !== "unknown") continue;
    for (const code of new Set(failures.map((failure) => failure.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return new Map([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The topics of the generator, by the names of the texts, with how many texts each has. */
export function countTopics({ recording }) {
  const counts = new Map();
  for (const { id } of recording.texts) {
    const topic = id.replace(/-\d+$/, "");
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return counts;
}

function byNumber(left, right) {
  return left.localeCompare(right, "en", { numeric: true });
}
