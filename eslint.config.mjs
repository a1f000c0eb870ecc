// The walls of docs/ARCHITECTURE.md and the style of the house. test/repository/walls.test.ts checks the walls again.
import { ownLookups } from "./scripts/eslint-own-lookups.mjs";
import tseslint from "typescript-eslint";

/** Which rooms of core a room may not look into: the arrows are text ← syntax ← dialects ← config ← changes ← rules ← report. */
const ORDER = [
  "text",
  "syntax",
  "catalog",
  "messages",
  "schema",
  "dialects",
  "config",
  "changes",
  "rules",
  "project",
  "simulation",
  "whatif",
  "report",
];
const FORBIDDEN = {
  text: ORDER.slice(1),
  syntax: ORDER.slice(2),
  catalog: ORDER.filter((room) => room !== "catalog" && room !== "text"),
  messages: ORDER.filter((room) => room !== "messages" && room !== "text"),
  schema: ORDER.filter((room) => !["schema", "text", "syntax", "messages"].includes(room)),
  dialects: ["schema", "config", "changes", "rules", "project", "simulation", "whatif", "report"],
  config: ["schema", "changes", "rules", "project", "simulation", "whatif", "report"],
  changes: ["schema", "rules", "project", "simulation", "whatif", "report"],
  rules: ["project", "simulation", "whatif", "report"],
  project: ["simulation", "whatif", "report"],
  simulation: ["changes", "rules", "project", "whatif", "report"],
  whatif: ["rules", "project", "report"],
  report: [],
};
const PURE = "core is pure: no clock, randomness, console, timers or host objects (docs/ARCHITECTURE.md)";
const PURE_GLOBALS = ["Date", "console", "process", "setTimeout", "setInterval", "performance", "globalThis", "window"];

const walls = Object.entries(FORBIDDEN).map(([room, forbidden]) => ({
  files: [`server/src/core/${room}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: [
              ...forbidden.map((other) => `**/${other}/**`),
              "vscode*",
              "node:*",
              "**/service/**",
              "**/lsp/**",
              "**/cli/**",
            ],
            message: `core/${room} may not import this (docs/ARCHITECTURE.md)`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "build/**", "test/conformance/java/**"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 60 }],
      "prefer-const": "error",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["server/src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...PURE_GLOBALS.map((name) => ({ name, message: PURE }))],
      "no-restricted-properties": ["error", { object: "Math", property: "random", message: PURE }],
    },
  },
  {
    files: ["server/src/**/*.ts"],
    ignores: ["server/src/core/text/own.ts"],
    plugins: { ackwise: { rules: { "own-lookups": ownLookups } } },
    rules: { "ackwise/own-lookups": "error" },
  },
  ...walls,
  {
    files: ["client/webview/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?!\\./|\\.\\./\\.\\./server/src/(core/report|protocol)/)",
              message: "client/webview may import core/report and the protocol only (docs/ARCHITECTURE.md)",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts", "bench/**/*.ts"],
    rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off", "no-console": "off" },
  },
);
