// Writes what is made from the program: docs/rules/README.md, the rules in the manifest and its texts, and the schema of project files.
//   node scripts/docs.mjs [--check]   --check writes nothing and ends with 1 when a file is out of date
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format } from "prettier";
import { loadCore } from "./load-core.mjs";
import { REPOSITORY } from "./steps.mjs";

const TITLES = {
  error: "Errors: the producer does not start",
  warning: "Warnings: the client does something else than the file says, or data is at risk",
  information: "Information",
  hint: "Hints",
  off: "Off by default: advice for some profiles",
};
const RULE_TEXT = "rule.";

const metas = await rules();
const korean = JSON.parse(await readFile(join(REPOSITORY, "schemas/translations/ko/rules.json"), "utf8"));
const koreanSummary = ({ id, summary }) => korean[`${id}/summary`] ?? summary;
const wanted = {
  "docs/rules/README.md": indexOf(metas),
  "package.json": await manifestWith(metas),
  "package.nls.json": await textsWith("package.nls.json", ({ summary }) => summary),
  "package.nls.ko.json": await textsWith("package.nls.ko.json", koreanSummary),
  "schemas/project.schema.json": await projectSchemaText(),
  "schemas/baseline.schema.json": await baselineSchemaText(),
};
for (const [name, text] of Object.entries(wanted)) {
  const path = join(REPOSITORY, name);
  const present = await readFile(path, "utf8").catch(() => "");
  if (present === text) continue;
  if (process.argv.includes("--check")) {
    process.stderr.write(`${name} is out of date: run npm run docs\n`);
    process.exitCode = 1;
  } else {
    await writeFile(path, text);
    process.stdout.write(`${name} written\n`);
  }
}

async function rules() {
  const { RULES } = await loadCore("rules/registry.ts");
  return RULES.map(({ meta }) => meta);
}

/** The manifest with a described property for each rule in `ackwise.rules`, which is what people choose from. */
async function manifestWith(metas) {
  const manifest = JSON.parse(await readFile(join(REPOSITORY, "package.json"), "utf8"));
  const properties = metas.map(({ id }) => [id, { description: `%${RULE_TEXT}${id}%` }]);
  manifest.contributes.configuration.properties["ackwise.rules"].properties = Object.fromEntries(properties);
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The texts of the manifest, those of the rules last. */
async function textsWith(name, textOf) {
  const texts = JSON.parse(await readFile(join(REPOSITORY, name), "utf8"));
  const others = Object.entries(texts).filter(([id]) => !id.startsWith(RULE_TEXT));
  const own = metas.map((meta) => [`${RULE_TEXT}${meta.id}`, textOf(meta)]);
  return `${JSON.stringify(Object.fromEntries([...others, ...own]), undefined, 2)}\n`;
}

/** As the program has it, for editors that read YAML by themselves: they take 3.9 for a number, and closed objects must say so. */
async function projectSchemaText() {
  const { projectSchema } = await loadCore("project/project-schema.ts");
  const { type, properties } = closed(projectSchema());
  const { kafkaVersion } = properties;
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://ackwise.dev/schemas/project.schema.json",
    title: "Ackwise project file",
    description: "Made by npm run docs. What .ackwise.yaml may say; docs/project-file.md explains it.",
    type,
    additionalProperties: false,
    properties: { ...properties, kafkaVersion: { ...kafkaVersion, type: ["string", "number"] } },
  };
  return format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
}

async function baselineSchemaText() {
  const { BASELINE_SCHEMA } = await loadCore("report/baseline/baseline-file.ts");
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://ackwise.dev/schemas/baseline.schema.json",
    title: "Ackwise baseline",
    description:
      "Made by npm run docs. What ackwise lint --update-baseline writes; docs/guides/command-line.md explains it.",
    ...closed(BASELINE_SCHEMA),
  };
  return format(JSON.stringify(schema), { parser: "json", printWidth: 120 });
}

function closed(schema) {
  if (schema.items !== undefined) return { ...schema, items: closed(schema.items) };
  if (schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).map(([name, own]) => [name, closed(own)]);
  return { ...schema, additionalProperties: false, properties: Object.fromEntries(properties) };
}

function indexOf(metas) {
  const sections = Object.entries(TITLES).flatMap(([level, title]) => {
    const own = metas.filter((meta) => (meta.profiles?.default ?? meta.severity) === level);
    return own.length === 0 ? [] : [`## ${title}\n\n${tableOf(own)}`];
  });
  const head = `# Rules

Made by \`npm run docs\` from the registry of the rules; do not edit. A rule may report at another severity where its page says so.
Switch one off in a file with \`# ackwise-disable-next-line <rule>\`, \`# ackwise-disable-line <rule>\` or \`# ackwise-disable-file <rule>\`.

A profile says what matters most: \`ackwise.profile\` in the editor, \`--profile\` on the command line, \`profile\` in the library. It is one of
\`default\`, \`strict\`, \`durability\`, \`latency\` and \`throughput\`, and changes severities only. What \`ackwise.rules\` says of a rule is stronger.
A finding has a fix, or its page says under "No fix" why there is none. Advice that is no rule, and why: [dropped.md](dropped.md).
`;
  return `${[head, ...sections].join("\n")}`;
}

function tableOf(metas) {
  const rows = metas.map(({ id, summary, since, until, profiles }) => {
    const releases = until === undefined ? `${since ?? "2.1"} and later` : `${since ?? "2.1"} to before ${until}`;
    return `| [${id}](${id}.md) | ${summary.replaceAll("|", "\\|")} | ${releases} | ${profilesText(profiles)} |\n`;
  });
  return `| rule | what it finds | client releases | in profiles |\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

function profilesText(profiles = {}) {
  const others = Object.entries(profiles).filter(([profile]) => profile !== "default");
  return others.map(([profile, level]) => `${profile}: ${level}`).join(", ");
}
