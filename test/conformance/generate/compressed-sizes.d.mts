import type { ProducerScript, ProducerTrace } from "../../../server/src/core/simulation/script/script.js";

/** The script with the sizes of its batches as they were recorded; the same script if nothing is compressed. */
export function withCompressedSizes(script: ProducerScript, trace: ProducerTrace): ProducerScript;
