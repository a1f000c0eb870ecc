import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    pool: "threads",
    isolate: false,
    testTimeout: 60_000,
    setupFiles: ["test/support/property-runs.ts"],
  },
});
