// Writes the tables of the documentation that are made from the program: docs/rules/README.md from the rules' registry.
//   node scripts/docs.mjs [--check]   --check writes nothing and ends with 1 when a page is out of date
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { REPOSITORY } from "./steps.mjs";

const INDEX = join(REPOSITORY, "docs", "rules", "README.md");
const TITLES = {
  error: "Errors: the producer does not start",
  warning: "Warnings: the client silently does something else, or data is at risk",
  information: "Information",
  hint: "Hints",
};

const wanted = indexOf(await rules());
const present = await readFile(INDEX, "utf8").catch(() => "");
if (wanted === present) process.exit(0);
if (process.argv.includes("--check")) {
  process.stderr.write("docs/rules/README.md is out of date: run npm run docs\n");
  process.exit(1);
}
await writeFile(INDEX, wanted);
process.stdout.write("docs/rules/README.md written\n");

async function rules() {
  const { outputFiles } = await build({
    entryPoints: [join(REPOSITORY, "server", "src", "core", "rules", "registry.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { RULES } = await import(`data:text/javascript;base64,${code}`);
  return RULES.map(({ meta }) => meta);
}

function indexOf(metas) {
  const sections = Object.entries(TITLES).flatMap(([severity, title]) => {
    const own = metas.filter((meta) => meta.severity === severity);
    return own.length === 0 ? [] : [`## ${title}\n\n${tableOf(own)}`];
  });
  const head = `# Rules

Made by \`npm run docs\` from the registry of the rules; do not edit. A rule may report at another severity where its page says so.
Switch one off in a file with \`# ackwise-disable-next-line <rule>\`, \`# ackwise-disable-line <rule>\` or \`# ackwise-disable-file <rule>\`.
`;
  return `${[head, ...sections].join("\n")}`;
}

function tableOf(metas) {
  const rows = metas.map(({ id, summary, since, until }) => {
    const releases = until === undefined ? `${since ?? "2.1"} and later` : `${since ?? "2.1"} to before ${until}`;
    return `| [${id}](${id}.md) | ${summary.replaceAll("|", "\\|")} | ${releases} |\n`;
  });
  return `| rule | what it finds | client releases |\n| --- | --- | --- |\n${rows.join("")}`;
}
