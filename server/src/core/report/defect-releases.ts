import { affectedReleases, type ClientDefect } from "../catalog/defects.js";
import type { Messages } from "../messages/messages.js";
import { phrase } from "../messages/phrase-texts.js";

/** `2.8 to before 3.9.2, 4.0 to before 4.0.2`: the releases that have a defect. */
export function releasesWith(defect: ClientDefect, messages: Messages): string {
  return affectedReleases(defect)
    .map(({ from, fixed }) => messages.say(phrase("defect/range", { from, fixed })))
    .join(", ");
}
