import type { Checks } from "./checks.js";
import { LARGEST_BYTES, MOST_SENDS } from "./limits.js";
import type { ProducerScript } from "./script.js";

const MOST_PERCENT = 100;

/** What format 2 says of compression: reads `noise` and `compressed`. */
export function checkCompressed(
  { noise, compressed }: Readonly<Record<string, unknown>>,
  checks: Checks,
): Pick<ProducerScript, "noise" | "compressed"> {
  return {
    ...(noise !== undefined && { noise: checks.whole(noise, "noise", 0, MOST_PERCENT) }),
    ...(compressed !== undefined && {
      compressed: checks.list(compressed, "compressed").map((entry, index) => {
        const path = `compressed[${index}]`;
        const object = checks.object(entry, path) ?? {};
        return {
          tp: checks.text(object["tp"], `${path}.tp`),
          first: checks.whole(object["first"], `${path}.first`, 0, MOST_SENDS),
          records: checks.whole(object["records"], `${path}.records`, 1, MOST_SENDS),
          bytes: checks.whole(object["bytes"], `${path}.bytes`, 0, LARGEST_BYTES),
        };
      }),
    }),
  };
}
