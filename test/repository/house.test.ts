import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { buildProgram } from "../../server/src/cli/program.js";
import type { CliIo } from "../../server/src/cli/io.js";
import { RULES } from "../../server/src/core/rules/registry.js";
import { read, repositoryFiles, ROOT } from "./repository.js";

const files = repositoryFiles();
const MAX_LINES = 300;
/** Mains wire things together and do nothing else. */
const MAX_MAIN_LINES = 30;

describe("sizes", () => {
  test(`no source file is longer than ${MAX_LINES} lines`, () => {
    const sources = files.filter((path) => /\.(ts|mts|mjs)$/.test(path));
    expect(sources.filter((path) => read(path).split("\n").length - 1 > MAX_LINES)).toEqual([]);
  });

  test(`no main is longer than ${MAX_MAIN_LINES} lines`, () => {
    const mains = files.filter((path) =>
      /^server\/src\/\w+\/main(\.\w+)?\.ts$|^client\/src\/(extension|browser)\.ts$/.test(path),
    );
    expect(mains.length).toBeGreaterThan(0);
    expect(mains.filter((path) => read(path).split("\n").length - 1 > MAX_MAIN_LINES)).toEqual([]);
  });
});

describe("rules", () => {
  const ids = RULES.map(({ meta }) => meta.id);

  test("stand in the registry in alphabetical order, once", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test("each has its file, its page and its test, and no other ones are there", () => {
    const idsIn = (pattern: RegExp): readonly string[] => files.flatMap((path) => pattern.exec(path)?.[1] ?? []).sort();
    expect(idsIn(/^server\/src\/core\/rules\/all\/([^/]+)\.ts$/)).toEqual(ids);
    expect(idsIn(/^docs\/rules\/(?!README|dropped)([^/]+)\.md$/)).toEqual(ids);
    const tests = idsIn(/^test\/rules\/([^/]+)\.test\.ts$/);
    expect(ids.filter((id) => !tests.includes(id))).toEqual([]);
  });

  test("each page begins with the rule's name and has both kinds of example", () => {
    const wrong = ids.filter((id) => !read(`docs/rules/${id}.md`).startsWith(`# ${id}\n`));
    expect(wrong).toEqual([]);
  });

  test("the index of the pages is what the registry says", () => {
    const check = (): Buffer => execFileSync(process.execPath, ["scripts/docs.mjs", "--check"], { cwd: ROOT });
    expect(check).not.toThrow();
  });
});

describe("data", () => {
  const schemas = files.filter((path) => /^schemas\/.*\.schema\.json$/.test(path));
  /** Translations have a test of their own, which knows every id: translations.test.ts. */
  const data = files.filter((path) => /^schemas\/[^/]+\.json$/.test(path) && !path.endsWith(".schema.json"));

  test("every file names its schema, and the schema is there", () => {
    for (const path of data) {
      const { $schema } = JSON.parse(read(path)) as { $schema?: string };
      expect(schemas, path).toContain(`schemas/${$schema?.replace("./", "") ?? ""}`);
    }
  });

  test.each(data)("%s is valid", (path) => {
    const content = JSON.parse(read(path)) as { $schema: string };
    const schema = JSON.parse(read(`schemas/${content.$schema.replace("./", "")}`)) as object;
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    const isValid = validate(content);
    expect(validate.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });
});

test("no package registry is named: whose registry to use is the user's affair", () => {
  const names = ["registry" + ".npmjs", "repo" + ".maven.apache", "repo1" + ".maven", "registry" + ".yarnpkg"];
  const wrong = files.filter((path) => {
    if (/\.(gz|br|png|vsix)$/.test(path)) return false;
    const text = read(path);
    return names.some((name) => text.includes(name));
  });
  expect(wrong).toEqual([]);
});

test("README.md names every command and flag of the command line", () => {
  const program = buildProgram(
    { stdout: () => undefined, stderr: () => undefined } as unknown as CliIo,
    () => undefined,
  );
  const readme = read("README.md");
  const missing = program.commands.flatMap((command) => {
    const flags = command.options.filter(({ negate }) => !negate).map(({ long }) => long ?? "");
    return [`ackwise ${command.name()}`, ...flags].filter((name) => !readme.includes(name));
  });
  expect(missing).toEqual([]);
});

test("guides and pages link to files that exist", () => {
  const pages = files.filter((path) => /^(docs\/.*|[A-Z]+)\.md$/.test(path));
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)].flatMap(([, link = ""]) => {
      const target = resolve(ROOT, page, "..", link);
      return files.some((path) => resolve(ROOT, path) === target || resolve(ROOT, path).startsWith(`${target}/`))
        ? []
        : [`${page}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
});
