// docs/conformance.md from numbers: `textOf` writes the page, `rowsIn` reads the rows of a table back.
import { FOUND_AND_FIXED, FUZZED, OUT_OF_REACH } from "./conformance-page-facts.mjs";

const COLUMNS = ["release", "texts", "verdict right", "left open", "wrong", "refused", "same words"];
export const TITLES = {
  vectors: "Texts written by hand",
  generated: "Generated texts",
  found: "Texts found by fuzzing",
};

/**
 * The whole page. `tables` holds rows by recording, `wrong` the texts of fuzzing that are still wrong, `reasons` the open verdicts of
 * `newest` by code, `topics` how many texts each topic has.
 */
export function textOf({ tables, wrong, reasons, newest, topics }) {
  const sections = [
    INTRODUCTION,
    HOW_TO_READ,
    ...Object.entries(TITLES).map(([name, title]) => `## ${title}\n\n${ABOUT[name](topics)}\n\n${table(tables[name])}`),
    stillWrong(wrong),
    outOfReach(reasons, newest),
    fixed(),
    AGAIN,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** The rows of a table of the page, as `countRelease` made them. */
export function rowsIn(page, name) {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${TITLES[name]}\n`)) ?? "";
  return section.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (!/^\d+\.\d+\.\d+$/.test(cells[1])) return [];
    const [texts, agree, unknown, wrong, refused] = cells.slice(2, 7).map((cell) => Number(cell.replaceAll(",", "")));
    return [
      {
        release: cells[1],
        texts,
        agree,
        unknown,
        wrong,
        refused,
        sameWords: Number(cells[7].split(" ")[0].replaceAll(",", "")),
      },
    ];
  });
}

function table(rows) {
  const sums = ["texts", "agree", "unknown", "wrong", "refused", "sameWords"].map((name) => [
    name,
    rows.reduce((sum, row) => sum + row[name], 0),
  ]);
  const lines = [...rows, { release: "all", ...Object.fromEntries(sums) }].map(cells);
  return [COLUMNS, ["---", ...COLUMNS.slice(1).map(() => "---:")], ...lines].map(line).join("\n");
}

function cells({ release, texts, agree, unknown, wrong, refused, sameWords }) {
  const percent = refused === 0 ? "-" : `${(Math.floor((10000 * sameWords) / refused) / 100).toFixed(2)} %`;
  const numbers = [texts, agree, unknown, wrong, refused].map(grouped);
  return [release, ...numbers, `${grouped(sameWords)} = ${percent}`];
}

function line(columns) {
  return `| ${columns.join(" | ")} |`;
}

function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

function outOfReach(reasons, newest) {
  const rows = [...reasons].map(([code, count]) => {
    const reason = OUT_OF_REACH[code];
    if (reason === undefined) throw new Error(`no reason is written down for ${code}`);
    return line([`\`${code}\``, grouped(count), reason]);
  });
  const head = [line(["what fails", "texts", "on what it depends"]), line(["---", "---:", "---"])];
  return `## Out of reach\n\n${ABOUT_REACH(newest)}\n\n${[...head, ...rows].join("\n")}\n\n${NOT_ASKED}`;
}

function stillWrong(wrong) {
  if (wrong.length === 0) return "Nothing of what fuzzing found is still wrong.";
  const items = wrong.map(
    ({ text, releases }) => `- \`${text.replaceAll("\n", "\\n")}\` on ${releases[0]} to ${releases.at(-1)}`,
  );
  return `Still wrong:\n\n${items.join("\n")}`;
}

function fuzzed() {
  const names = ["texts", "agree", "open", "wrong"];
  const sum = (rows, name) => rows.reduce((total, row) => total + row[name], 0);
  const rows = [...new Set(FUZZED.map(({ stage }) => stage))].flatMap((stage) => {
    const own = FUZZED.filter((row) => row.stage === stage);
    const all = { stage, release: "all", ...Object.fromEntries(names.map((name) => [name, sum(own, name)])) };
    return [...own, all].map((row) => line([row.stage, row.release, ...names.map((name) => grouped(row[name]))]));
  });
  const head = ["fixes", "release", "texts", "verdict right", "left open", "wrong"];
  return [line(head), line(["---", "---", ...names.map(() => "---:")]), ...rows].join("\n");
}

function fixed() {
  const parts = FOUND_AND_FIXED.map(
    ({ title, items }) => `### ${title}\n\n${items.map((item) => `- ${item}`).join("\n")}`,
  );
  return `## Disagreements found and fixed\n\n${ABOUT_FIXED}\n\n${parts.join("\n\n")}`;
}

const INTRODUCTION = `# Agreement with the real client

Made by \`node scripts/conformance-page.mjs\` from the recordings in [test/conformance/recorded](../test/conformance/README.md) and the
engine; do not edit. The recordings hold what \`new KafkaProducer(properties)\` of real \`kafka-clients\` releases did with each text;
\`npm test\` replays them and fails at the first disagreement.`;

const HOW_TO_READ = `## What is compared

For each text and release ([test/config/replay.ts](../test/config/replay.ts)):

- the **verdict**: the constructor throws, or it does not;
- the **first failure**: the chain of exceptions, class by class, with the first line of each message up to 240 characters. Exceptions at the
  end of the recorded chain that Ackwise does not name do not count: they are the JDK's. Where the words differ, the setting named in the
  client's message must be one that Ackwise blames, else the text counts as wrong. Of a malformed \`\\uxxxx\` only the refusal is compared;
- when the constructor succeeds: whether the producer **is idempotent**, the **delivery timeout** it works with, the values of the settings of
  the file (unless Ackwise says that the client adjusts them), what is logged about the configuration, and the settings that nobody used. Not
  compared: log lines about the machine and about providers, and the one about the default of retries.

The columns:

- **verdict right**: Ackwise says "starts" or "throws" for certain, and everything above agrees;
- **left open**: Ackwise says that it depends on the machine. Never counted as right, but still checked: with the class path and the names
  of the recording machine filled in, what happened must be possible. For logins, OAuth, key stores, algorithms, placeholders, login modules,
  providers and inner serializers that stay open even so, any refusal is possible;
- **wrong**: anything else;
- **refused** and **same words**: texts that the client refuses and for which Ackwise names one certain cause, and those of them with the same
  chain of exceptions word for word.`;

const ABOUT = {
  vectors: () =>
    `454 configurations made by hand for one question each, observed earlier and on other builds than everything else here. Three of them set
system properties of the JVM, which no file can show, and are left out; so is 2.0, which is not supported.`,
  generated: (topics) =>
    `Made from the catalog by a seeded generator, \`test/conformance/generate/\`, by topic:
${[...topics].map(([topic, count]) => `${topic} ${grouped(count)}`).join(", ")}.
The recordings were at hand when the engine was written, so agreement with them
is no surprise; the independent figure is that of fuzzing, below.`,
  found: () =>
    `\`npm run conformance:fuzz\` asks real clients about texts of the same generator that are in no recording, and compares in the same way. Every
run has a new seed; some texts come twice in a run. Before and after the fixes for what the runs found:

${fuzzed()}

What they got wrong was made as small as it would go and kept, with neighbouring texts asked for comparison. Now:`,
};

const ABOUT_REACH = (newest) =>
  `Some configurations start on one machine and fail on another. Ackwise says so instead of guessing, and calls it no error. For the generated
texts and ${newest}, these failures leave a verdict open (a text can have several):`;

const NOT_ASKED = `Not asked at all: key and trust stores that exist, Kerberos, token servers, brokers, and JVMs other than OpenJDK 17 on Linux. Words of
exceptions that come from the JDK differ between JVMs. 2.1.0 could not be recorded (its idempotent producers do not close without a broker),
2.1.1 stands for it. Of the other patch releases only those in the tables were run.`;

const ABOUT_FIXED = `Counted by replaying the recordings of generated texts with the engine as it was at each stage, and today's comparison; the settings nobody
used, which came last, are counted apart.`;

const AGAIN = `## Again

\`\`\`
npm run conformance                        records the real clients again (JDK 17, Maven)
npm run conformance:fuzz -- --minutes 10   looks for new disagreements with a new seed, makes them small, exits with 1 if there are any
node scripts/conformance-keep.mjs FILE     asks every release about what fuzzing found (--output FILE) and keeps the answers for the tests
node scripts/conformance-page.mjs          writes this page; --check only compares
\`\`\`

Fuzzing counts as open, never as agreement, whatever Ackwise leaves open and whatever failed because of the machine.`;
