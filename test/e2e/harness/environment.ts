/** What scripts/e2e.mjs hands over. Everything a run writes lies under `output` (kept) or `scratch` (deleted). */
export interface Environment {
  /** The VSIX under test. */
  readonly vsix: string;
  /** The Node binary that runs code-server. */
  readonly node: string;
  /** The entry script of code-server. */
  readonly codeServer: string;
  /** The Chromium binary. */
  readonly chromium: string;
  /** Logs and screenshots: build/e2e. */
  readonly output: string;
  /** Profiles, workspaces and process ids of this run. */
  readonly scratch: string;
}

/** Reads the environment; throws when the tests were not started by scripts/e2e.mjs. */
export function environment(): Environment {
  return {
    vsix: required("ACKWISE_E2E_VSIX"),
    node: required("ACKWISE_E2E_NODE"),
    codeServer: required("ACKWISE_E2E_CODE_SERVER"),
    chromium: required("ACKWISE_E2E_CHROMIUM"),
    output: required("ACKWISE_E2E_OUTPUT"),
    scratch: required("ACKWISE_E2E_SCRATCH"),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run node scripts/e2e.mjs`);
  return value;
}
