// Configurations for the constructor oracle. The catalog (schemas/producer-catalog.json) says which keys there are; what
// the client makes of them is not looked up anywhere, it is recorded.
import { addresses } from "./topics-addresses.mjs";
import { incompleteFiles, listedClasses, metricsAndOthers, serializers } from "./topics-classes.mjs";
import { backoffs, compression, idempotence, partitioning, timeLimits } from "./topics-interactions.mjs";
import { singleKeys, unknownKeys } from "./topics-keys.mjs";
import { dressedMix, dressedMixes, mixes, severalFailures } from "./topics-mixes.mjs";
import { jaasGrammar } from "./topics-jaas.mjs";
import { mechanisms, oauth, protocols, providers, stores } from "./topics-security.mjs";
import { seeded } from "./random.mjs";

/**
 * @param {object} catalog the content of schemas/producer-catalog.json
 * @param {{seed?: number}} [options]
 * @returns {{id: string, base: boolean, text: string}[]} ids are topic-number; equal texts occur once
 */
export function constructorTexts(catalog, { seed = 20260302 } = {}) {
  const topics = {
    plain: () => [""],
    incomplete: incompleteFiles,
    key: (random) => singleKeys(random, catalog),
    unknown: (random) => unknownKeys(random, catalog, catalog.foreignKeys),
    idempotence,
    time: timeLimits,
    backoff: backoffs,
    compression,
    partitioner: partitioning,
    serializer: (random) => serializers(random, catalog),
    classes: listedClasses,
    other: metricsAndOthers,
    address: addresses,
    protocol: protocols,
    jaas: jaasGrammar,
    mechanism: mechanisms,
    oauth,
    store: stores,
    provider: providers,
    mix: (random) => mixes(random, catalog, 900),
    failures: (random) => severalFailures(random, catalog, 600),
    dressed: (random) => dressedMixes(random, catalog, 700),
  };
  const questions = new Map();
  for (const [topic, texts] of Object.entries(topics)) {
    const base = topic !== "incomplete";
    // A topic has its own source of choices, so that changing one topic leaves the others as they are.
    texts(seeded(seed + hash(topic))).forEach((text, index) => {
      const known = `${base} ${text}`;
      if (!questions.has(known)) questions.set(known, { id: `${topic}-${index + 1}`, base, text });
    });
  }
  return [...questions.values()];
}

/** Configurations without end, for fuzzing. */
export function* endlessTexts(catalog, seed) {
  const random = seeded(seed);
  for (let number = 1; ; number++) {
    const draw = random.pick([
      () => mixes(random, catalog, 1)[0],
      () => severalFailures(random, catalog, 1)[0],
      () => dressedMix(random, catalog),
    ]);
    yield { id: `fuzz-${number}`, base: true, text: draw() };
  }
}

function hash(text) {
  return [...text].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
}
