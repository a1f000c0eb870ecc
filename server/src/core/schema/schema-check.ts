import type { Phrase } from "../messages/format.js";
import type { Messages } from "../messages/messages.js";
import { phrase } from "../messages/phrase-texts.js";
import { numberWithUnit, unitKindOf } from "./units.js";
import { ownOf } from "../text/own.js";

/** A mistake in a value that a schema describes, in the words of a language. */
export interface ToldMistake {
  /** Such as `faults[0].broker`; empty for the whole. */
  readonly path: string;
  /** What stands there; absent when something is missing. */
  readonly value?: unknown;
  readonly allowed: string;
  /** Where the value stands when it is in another file: `traffic.csv:12`. */
  readonly place?: string;
}

/** What else can be said of a mistake. */
export interface MistakeDetails {
  /** What to say of the value in place of showing it. */
  readonly shown?: Phrase;
  /** Where the value stands when it is in another file. */
  readonly place?: string;
}

/** A mistake in a value that a schema describes. */
export interface SchemaMistake extends MistakeDetails {
  readonly path: string;
  readonly value?: unknown;
  readonly allowed: Phrase | string;
}

/** A mistake put into words. */
export function toldMistake(mistake: SchemaMistake, messages: Messages): ToldMistake {
  const { path, value, allowed, shown, place } = mistake;
  const told = shown === undefined ? value : messages.say(shown);
  return {
    path,
    ...(told === undefined ? {} : { value: told }),
    allowed: messages.say(allowed),
    ...(place === undefined ? {} : { place }),
  };
}

/** The types of JSON Schema that our schemas use. */
export type SchemaType = "object" | "array" | "string" | "number" | "integer";

/** The part of JSON Schema (draft 7) that our schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  /** A number that may be written with a unit is a number (or integer) first and a string second. */
  readonly type?: SchemaType | readonly [SchemaType, SchemaType];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Of these one must be there at least. */
  readonly anyOf?: readonly { readonly required: readonly [string] }[];
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  /** Told apart by the constant of `kind`. */
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is said of a line of another file, which is not quoted. */
export const THIS_LINE: Phrase = phrase("shown/this-line");

/** No more mistakes than this are told. */
const MOST_MISTAKES = 100;

/**
 * Checks a value against a schema and fills in defaults. It reads the schemas that also describe files to editors, so
 * there is one definition; generated code or `eval`, which browsers may forbid, are not needed. Objects are closed.
 */
export class SchemaCheck {
  readonly mistakes: SchemaMistake[] = [];
  readonly #root: Schema;

  constructor(root: Schema) {
    this.#root = root;
  }

  /** Returns the value with defaults; only to be used when there are no mistakes. */
  check(schema: Schema, value: unknown, path: string): unknown {
    const target = this.#resolve(schema);
    if (target.oneOf !== undefined) return this.#checkAlternatives(target.oneOf, value, path);
    if (target.const !== undefined || target.enum !== undefined) return this.#checkChoice(target, value, path);
    switch (typeOf(target)) {
      case "object":
        return this.#checkObject(target, value, path);
      case "array":
        return this.#checkArray(target, value, path);
      case "string":
        return this.#checkString(target, value, path);
      case "number":
      case "integer":
        return this.#checkNumber(target, value, path);
      default:
        return value;
    }
  }

  /** Notes a mistake. */
  note(path: string, value: unknown, allowed: Phrase | string, about: MistakeDetails = {}): void {
    if (this.mistakes.length >= MOST_MISTAKES) return;
    this.mistakes.push(value === undefined ? { path, allowed, ...about } : { path, value, allowed, ...about });
  }

  #resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const target = ownOf(this.#root.definitions, schema.$ref.replace("#/definitions/", ""));
    if (target === undefined) throw new RangeError(`schema: ${schema.$ref} is not defined`);
    return target;
  }

  #checkAlternatives(schemas: readonly Schema[], value: unknown, path: string): unknown {
    const kinds = schemas.map((schema) => schema.properties?.["kind"]?.const);
    if (!isObject(value)) {
      this.note(path, value, phrase("allowed/object-of-kind", { kinds: kinds.join(", ") }));
      return value;
    }
    const kind = Object.hasOwn(value, "kind") ? value["kind"] : undefined;
    const chosen = schemas[kinds.indexOf(kind)];
    if (chosen !== undefined && kind !== undefined) return this.#checkObject(chosen, value, path);
    this.note(join(path, "kind"), kind, phrase("allowed/one-of", { choices: kinds.join(", ") }));
    return value;
  }

  #checkObject(schema: Schema, value: unknown, path: string): unknown {
    const properties = schema.properties ?? {};
    if (!isObject(value)) {
      this.note(path, value, phrase("allowed/object-with", { names: listed(properties) }));
      return value;
    }
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
    const allowed = phrase("allowed/known", { names: listed(properties) });
    for (const name of unknown.slice(0, MOST_MISTAKES))
      this.note(join(path, name), ownOf(value, name) ?? null, allowed);
    const result = new Map<string, unknown>();
    for (const [name, property] of Object.entries(properties)) {
      const given = ownOf(value, name);
      const used = given ?? (given === null ? null : property.default);
      if (used !== undefined) result.set(name, this.check(property, used, join(path, name)));
      else if (schema.required?.includes(name) === true)
        this.note(join(path, name), undefined, this.#expectation(property));
    }
    const choices = (schema.anyOf ?? []).map(({ required: [name] }) => name);
    const [first] = choices;
    if (first !== undefined && !choices.some((name) => Object.hasOwn(value, name)))
      this.note(join(path, first), undefined, `one of ${choices.join(", ")}`);
    return Object.fromEntries(result);
  }

  #checkArray(schema: Schema, value: unknown, path: string): unknown {
    const [least, most] = [schema.minItems ?? 0, schema.maxItems ?? Infinity];
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      const shown = Array.isArray(value) ? phrase("shown/items", { count: value.length }) : undefined;
      this.note(path, value, lengthAllowed(least, most), shown === undefined ? {} : { shown });
      return value;
    }
    return value.map((item: unknown, index) => this.check(schema.items ?? {}, item, `${path}[${index}]`));
  }

  #checkString(schema: Schema, value: unknown, path: string): unknown {
    const length = typeof value === "string" ? Array.from(value).length : -1;
    if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) {
      this.note(path, value, descriptionOf(schema) ?? phrase("allowed/text-like", { pattern: schema.pattern }));
      return value;
    }
    if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity))
      this.note(path, value, this.#expectation(schema));
    return value;
  }

  #checkNumber(schema: Schema, value: unknown, path: string): unknown {
    const units = typeof value === "string" ? unitKindOf(schema.pattern) : undefined;
    const read = units === undefined ? value : numberWithUnit(String(value), units, path);
    const isRight = typeOf(schema) === "integer" ? Number.isInteger(read) : Number.isFinite(read);
    const number = isRight ? Number(read) : NaN;
    if (number >= (schema.minimum ?? -Infinity) && number <= (schema.maximum ?? Infinity)) return read;
    const allowed = this.#expectation(schema);
    const examples = units?.examples.join(", ");
    this.note(path, value, examples === undefined ? allowed : phrase("allowed/or-unit", { allowed, examples }));
    return value;
  }

  #checkChoice(schema: Schema, value: unknown, path: string): unknown {
    const choices = schema.enum ?? [schema.const];
    if (!choices.includes(value)) this.note(path, value, this.#expectation(schema));
    return value;
  }

  #expectation(schema: Schema): Phrase | string {
    const target = this.#resolve(schema);
    if (target.enum !== undefined) return phrase("allowed/one-of", { choices: target.enum.join(", ") });
    if (target.const !== undefined) return JSON.stringify(target.const);
    if (target.oneOf !== undefined) return phrase("allowed/object-with-kind");
    switch (typeOf(target)) {
      case "integer":
        return rangeAllowed("integer", target);
      case "number":
        return rangeAllowed("number", target);
      case "string":
        return textAllowed(target);
      case "array":
        return phrase("allowed/list");
      default:
        return phrase("allowed/object-with", { names: listed(target.properties ?? {}) });
    }
  }
}

/** What a schema says about a value; its translation is looked up by the English. */
export function descriptionOf({ description }: Schema): Phrase | undefined {
  return description === undefined ? undefined : { id: `schema/${description}`, english: description };
}

function lengthAllowed(least: number, most: number): Phrase {
  return Number.isFinite(most)
    ? phrase("allowed/list-of", { least, most })
    : phrase("allowed/list-of-at-least", { least });
}

function rangeAllowed(type: "integer" | "number", { minimum = 0, maximum }: Schema): Phrase {
  return maximum === undefined
    ? phrase(`allowed/${type}-from`, { minimum })
    : phrase(`allowed/${type}`, { minimum, maximum });
}

function textAllowed({ minLength = 0, maxLength }: Schema): Phrase {
  return maxLength === undefined
    ? phrase("allowed/text-of-at-least", { least: minLength })
    : phrase("allowed/text-of", { least: minLength, most: maxLength });
}

const MOST_LISTED = 30;

/** There are more rules than anybody reads. */
function listed(properties: Readonly<Record<string, Schema>>): string {
  const names = Object.keys(properties);
  return names.slice(0, MOST_LISTED).join(", ") + (names.length > MOST_LISTED ? ", …" : "");
}

/** The type of a value that was read. */
export function typeOf({ type }: Schema): SchemaType | undefined {
  return typeof type === "object" ? type[0] : type;
}

/** A JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
