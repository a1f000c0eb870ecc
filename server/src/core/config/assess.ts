import type { Catalog } from "../catalog/catalog.js";
import { phrase } from "../messages/phrase-texts.js";
import { evaluate } from "./evaluate.js";
import type { EffectiveValue, Evaluation, Failure } from "./evaluation.js";
import { LayeredMap } from "./layered-map.js";
import { templateValues, type TemplateValue } from "./placeholders/file-placeholders.js";

const SERIALIZERS: readonly string[] = ["key.serializer", "value.serializer"];
const BOOTSTRAP = "bootstrap.servers";
const JAAS = "sasl.jaas.config";

type Templates = ReadonlyMap<string, TemplateValue>;

/**
 * What becomes of the producer that a file configures: as `evaluate`, but what others supply is unknown and no mistake of the file.
 * That is what a template fills in, with its defaults where it has some, and what programs pass themselves.
 */
export function assess(given: ReadonlyMap<string, string>, catalog: Catalog): Evaluation {
  const asItStands = evaluate(given, catalog);
  const templates = templateValues(given, catalog);
  const assessed = templates.size === 0 ? asItStands : withTemplates(given, catalog, templates);
  const failures = assessed.failures.map((failure) => (mayBePassed(failure, given) ? unknown(failure) : failure));
  const error = failures.find(({ certainty }) => certainty === "certain");
  const verdict = error !== undefined ? "throws" : failures.length > 0 ? "unknown" : "ok";
  return { ...assessed, given, failures, error, verdict, asItStands: asItStands.error };
}

/** Whether programs pass what is missing: serializers belong to the program's types, addresses to the place where it runs. */
function mayBePassed(failure: Failure, given: ReadonlyMap<string, string>): boolean {
  return isMissing(failure, given) && (SERIALIZERS.includes(failure.key) || failure.key === BOOTSTRAP);
}

/** Whether the client refuses a file for what it does not say: from 4.1 on missing addresses are none at all. */
export function isMissing({ code, key }: Failure, given: ReadonlyMap<string, string>): boolean {
  return (code === "missing-setting" || code === "bootstrap-none") && !given.has(key);
}

function unknown(failure: Failure): Failure {
  return { ...failure, certainty: "unknown" };
}

/** Certain is what the client throws whatever the marks are filled with; the rest holds with their defaults. */
function withTemplates(given: ReadonlyMap<string, string>, catalog: Catalog, templates: Templates): Evaluation {
  const always = evaluate(
    readAs(given, templates, () => undefined),
    catalog,
    unknownKeys(templates, () => undefined),
  );
  const fallbackOf = ({ fallback }: TemplateValue): string | undefined => fallback;
  const assumed = evaluate(readAs(given, templates, fallbackOf), catalog, unknownKeys(templates, fallbackOf));
  const certain = new Set(always.failures.map(nameOf));
  const failures = assumed.failures.map((failure) => {
    const template = templates.get(failure.key);
    if (failure.certainty === "unknown" || (certain.has(nameOf(failure)) && !isOfStandIn(failure, template)))
      return failure;
    if (template?.fallback === undefined && template?.standIn !== undefined) return unknown(failure);
    return { ...failure, certainty: "assumed" as const, part: template === undefined ? failure.part : undefined };
  });
  return {
    ...assumed,
    failures: [...[...templates.keys()].map(templateFailure), ...failures],
    templates,
    effective: notedValues(assumed, templates),
  };
}

/** What the login module makes of an option that is filled in, nobody knows; only the form of the line is certain. */
function isOfStandIn({ key, code }: Failure, template: TemplateValue | undefined): boolean {
  return key === JAAS && template?.standIn !== undefined && code !== "jaas-syntax" && code !== "login-module";
}

function readAs(
  given: ReadonlyMap<string, string>,
  templates: Templates,
  fallbackOf: (template: TemplateValue) => string | undefined,
): ReadonlyMap<string, string> {
  const read = new Map(given);
  for (const [key, template] of templates) {
    const text = fallbackOf(template) ?? template.standIn;
    if (text !== undefined) read.set(key, text);
  }
  return read;
}

function unknownKeys(
  templates: Templates,
  fallbackOf: (template: TemplateValue) => string | undefined,
): readonly string[] {
  return [...templates].flatMap(([key, template]) =>
    (fallbackOf(template) ?? template.standIn) === undefined ? [key] : [],
  );
}

function nameOf({ code, key, message, certainty }: Failure): string {
  return `${code} ${key} ${certainty} ${message}`;
}

/** One for each key, so that people see everything that it depends on. */
function templateFailure(key: string): Failure {
  return {
    code: "template",
    key,
    relatedKeys: [],
    message: "",
    exception: [],
    certainty: "unknown",
    part: undefined,
    data: {},
  };
}

function notedValues({ effective, given }: Evaluation, templates: Templates): Evaluation["effective"] {
  const noted = new LayeredMap<EffectiveValue>(effective);
  for (const [key, { fallback }] of templates) {
    const value = effective.get(key);
    if (value === undefined || value.source === "adjusted" || !given.has(key)) continue;
    noted.set(key, { ...value, note: phrase(fallback === undefined ? "note/template" : "note/template-default") });
  }
  return noted;
}
