/** Scenario files, by name: most YAML and JSON files are none. The manifest's activation events repeat it. */
export const SCENARIO_FILES = "**/*.ackwise.{yaml,yml,json}";

/** Traffic files, which scenarios name with `csvFile`: watched, and read only when one is named. */
export const TRAFFIC_FILES = "**/*.csv";

/** Project files, by name. The manifest's activation events repeat it. */
export const PROJECT_FILES = "**/.ackwise.{yaml,yml}";

/**
 * Ids under which editors and their extensions know `.properties` files: VS Code itself, Language Support for Java Properties,
 * Neovim, Spring Boot Tools, Quarkus Tools. The manifest's activation events repeat them.
 */
export const PROPERTIES_LANGUAGES: readonly string[] = [
  "properties",
  "java-properties",
  "jproperties",
  "spring-boot-properties",
  "quarkus-properties",
];
