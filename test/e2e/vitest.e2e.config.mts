import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Run by scripts/e2e.mjs, which prepares the machine and hands over the paths in ACKWISE_E2E_* variables. */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, "../.."),
    include: ["test/e2e/**/*.test.ts"],
    pool: "forks",
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 50 } },
    teardownTimeout: 20_000,
    reporters: ["verbose", "json"],
    outputFile: { json: "build/e2e/results.json" },
  },
});
