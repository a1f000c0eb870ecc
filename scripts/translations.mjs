// Lists what there is to translate: id → English, as JSON, by file. The ids are explained in schemas/translations/README.md.
//   npm run -s translations [-- --missing ko] [-- --file rules|settings|texts]
//   --missing LANGUAGE   only what has no translation, or one with other {places}
//   --file NAME          only one file's texts, without the file's name around them
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { loadCore } from "./load-core.mjs";
import { REPOSITORY } from "./steps.mjs";

const { values } = parseArgs({ options: { missing: { type: "string" }, file: { type: "string" } } });
const { allTexts, translationMistakes } = await loadCore("report/all-texts.ts");
const wanted = {};
for (const [name, texts] of Object.entries(allTexts())) {
  const missing = values.missing === undefined ? undefined : await missingIn(values.missing, name, texts);
  wanted[name] = Object.fromEntries(Object.entries(texts).filter(([id]) => missing?.has(id) ?? true));
}
if (values.file !== undefined && wanted[values.file] === undefined) {
  process.stderr.write(`translations: --file ${values.file}: expected ${Object.keys(wanted).join(", ")}\n`);
  process.exit(2);
}
const shown = values.file === undefined ? wanted : wanted[values.file];
process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);

/** Ids without a good translation; what is wrong with the others is told beside. */
async function missingIn(language, name, texts) {
  const path = join("schemas", "translations", language, `${name}.json`);
  const translation = JSON.parse(await readFile(join(REPOSITORY, path), "utf8"));
  const mistakes = translationMistakes(texts, translation);
  for (const { id, kind } of mistakes.filter(({ kind }) => kind !== "missing")) {
    process.stderr.write(`${path}: ${id}: ${kind}\n`);
  }
  return new Set(mistakes.map(({ id }) => id));
}
