import rules from "../../../../schemas/translations/ko/rules.json";
import settings from "../../../../schemas/translations/ko/settings.json";
import texts from "../../../../schemas/translations/ko/texts.json";
import type { Translation } from "./messages.js";

/**
 * All texts in Korean. In the bundles of the extension and the command line scripts/build.mjs puts another function in this one's
 * place, which reads a file beside them when Korean is first asked for: it is a quarter of what the server would have to load.
 */
export function koreanTexts(): Translation {
  return { ...(rules as Translation), ...(settings as Translation), ...(texts as Translation) };
}
