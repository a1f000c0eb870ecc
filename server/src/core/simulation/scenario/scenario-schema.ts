import scenarioSchema from "../../../../../schemas/scenario.schema.json";
import type { Schema } from "../../schema/schema-check.js";

/** The schema that describes scenarios to people, editors and the reader alike. */
export const SCENARIO_SCHEMA: Schema = scenarioSchema as Schema;
