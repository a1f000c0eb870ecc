import fc from "fast-check";

/** More runs for a search by hand: `PROPERTY_RUNS=20000 npx vitest run test/dialects`. */
fc.configureGlobal({ numRuns: Number(process.env["PROPERTY_RUNS"] ?? 100) });
