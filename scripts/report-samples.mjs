// Writes the sample reports of test/report/render as pages and text to build/report-samples/; with --pictures it also takes
// their pictures with the Chromium of the end-to-end tests, for people to look at.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUTPUT = join(ROOT, "build", "report-samples");
const WIDTHS = [400, 900, 1600];
const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "dark", forcedColors: "active" },
};

mkdirSync(OUTPUT, { recursive: true });
const { SAMPLE_REPORTS, renderReportMarkdown, renderReportPage, renderReportText } = await bundled();
for (const [name, report] of Object.entries(SAMPLE_REPORTS)) {
  writeFileSync(join(OUTPUT, `${name}.html`), renderReportPage(report));
  writeFileSync(join(OUTPUT, `${name}.md`), renderReportMarkdown(report));
  writeFileSync(join(OUTPUT, `${name}.txt`), renderReportText(report, { width: 100 }));
}
if (process.argv.includes("--pictures")) await takePictures(process.argv.filter((name) => name in SAMPLE_REPORTS));

async function bundled() {
  const outfile = join(OUTPUT, "bundle.mjs");
  const render = "./server/src/core/report/render";
  const contents = [
    `export * from "${render}/render-html.js";`,
    `export * from "${render}/render-markdown.js";`,
    `export * from "${render}/render-text.js";`,
    `export * from "./test/report/render/sample-reports.js";`,
  ].join("\n");
  const stdin = { contents, resolveDir: ROOT };
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "neutral", mainFields: ["module", "main"] });
  return import(pathToFileURL(outfile).href);
}

/** @param {readonly string[]} only the names asked for; all when there is none */
async function takePictures(only) {
  const { chromium } = await import("playwright-core");
  const executablePath = process.env.ACKWISE_E2E_CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    for (const name of only.length === 0 ? Object.keys(SAMPLE_REPORTS) : only) {
      for (const [scheme, media] of Object.entries(SCHEMES)) {
        for (const width of WIDTHS) {
          const page = await browser.newPage({ viewport: { width, height: 900 } });
          page.on("console", (message) => console.log(`${name}: ${message.text()}`));
          await page.emulateMedia(media);
          await page.goto(pathToFileURL(join(OUTPUT, `${name}.html`)).href);
          await page.screenshot({ path: join(OUTPUT, `${name}-${scheme}-${width}.png`), fullPage: true });
          await page.close();
        }
      }
    }
  } finally {
    await browser.close();
  }
}
