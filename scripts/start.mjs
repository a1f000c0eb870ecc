// From a fresh clone to something to look at: installs, builds, checks the example, packs the VS Code extension.
//   node scripts/start.mjs
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setup } from "./setup.mjs";
import { REPOSITORY, runNode } from "./steps.mjs";

const ACKWISE = join("dist", "cli", "ackwise.js");
const EXAMPLE = "examples/producer.properties";
const BROKEN = "examples/broken-producer.properties";
const REPORT = join("build", "what-if.html");
const VSIX = join("build", "ackwise.vsix");

setup();
must("build", [join("scripts", "build.mjs")]);
for (const file of [BROKEN, EXAMPLE]) {
  title(`ackwise lint ${file}`);
  const findings = runNode([ACKWISE, "lint", "--frame", file]);
  if (findings > 1) end("lint", findings); // 1 says that there are errors: the first example is made for them.
}
for (const args of [["effective"], ["simulate"], ["simulate", "--scenario", "leader-crash"]]) {
  const words = [...args.slice(0, 1), EXAMPLE, ...args.slice(1)];
  title(`ackwise ${words.join(" ")}`);
  must(args[0], [ACKWISE, ...words]);
}
const whatIf = ["what-if", EXAMPLE, "--set", "acks=all", "--scenario", "across-regions+connection-reset"];
whatIf.push("--seeds", "3", "--output", REPORT);
title(`ackwise ${whatIf.join(" ")}`);
must("what-if", [ACKWISE, ...whatIf]);
title("VS Code extension");
must("package", [join("scripts", "package.mjs"), "--no-build"]);
process.stdout.write(`
How to open it again
  Findings          node ${ACKWISE} lint --frame ${BROKEN}
  Effective values  node ${ACKWISE} effective ${EXAMPLE}
  Simulation        node ${ACKWISE} simulate ${EXAMPLE} --scenario leader-crash
  What-if report    open ${REPORT} in a browser
  Extension         code --install-extension ${VSIX}, or open this folder in VS Code and press F5;
                    then open ${BROKEN} or ${EXAMPLE}
  Everything else   node ${ACKWISE} --help, README.md, CONTRIBUTING.md
`);

function must(name, args) {
  const code = runNode(args);
  if (code !== 0) end(name, code);
}

function end(name, code) {
  process.stderr.write(`start: ${name} failed\n`);
  process.exit(code);
}

function title(text) {
  const found = existsSync(join(REPOSITORY, ACKWISE));
  if (!found) end("build", 1);
  process.stdout.write(`\n== ${text}\n\n`);
}
