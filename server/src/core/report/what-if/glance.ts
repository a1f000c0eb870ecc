import { glanceSpeaker } from "../../messages/glance-texts.js";
import type { Messages } from "../../messages/messages.js";
import { whatIfSpeaker } from "../../messages/what-if-texts.js";
import type { SimulatedResult, SimulateResult } from "../../simulation/result/result.js";
import { inMarkdown } from "../../text/shown.js";
import { measure } from "../../whatif/measures.js";
import { HARMS } from "./harm.js";
import { isOverloaded } from "./keeping-up.js";
import { quantity, short, timeText, whole } from "./quantities.js";

/** A simulation in the few words of a code lens. */
export function glance(result: SimulateResult, messages: Messages): string {
  const say = glanceSpeaker(messages);
  switch (result.outcome) {
    case "refused":
      return say("lens/refused");
    case "bad-scenario":
      return say("lens/bad-scenario");
    case "simulated":
      return say("lens/known", {
        p99: timeText(measure(result).p99),
        throughput: quantity(measure(result).throughput, "MiB/s"),
        records: recordsText(result, messages),
      });
  }
}

/** A value of a setting and what was simulated with it. */
export interface Neighbour {
  readonly value: string;
  readonly isCurrent: boolean;
  readonly result: SimulateResult;
}

/** Neighbouring values of a setting side by side, as Markdown. */
export function neighbourTable(
  key: string,
  scenario: string,
  neighbours: readonly Neighbour[],
  messages: Messages,
): string {
  const say = glanceSpeaker(messages);
  const heads = [
    `\`${key}\``,
    "p99",
    say("neighbours/throughput"),
    say("neighbours/requests"),
    say("neighbours/records"),
  ];
  const rows = neighbours.map(({ value, isCurrent, result }) => {
    const name = isCurrent ? `**${say("neighbours/now", { value: inMarkdown(value) })}**` : inMarkdown(value);
    if (result.outcome !== "simulated") return [name, say("neighbours/refused"), "", "", ""];
    const { p99, throughput, requests } = measure(result);
    return [name, timeText(p99), quantity(throughput, "MiB/s"), short(requests), recordsText(result, messages)];
  });
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  const table = [line(heads), "| --- | ---: | ---: | ---: | --- |", ...rows.map(line)];
  return `${say("neighbours/title", { scenario: inMarkdown(scenario) })}\n\n${table.join("\n")}`;
}

/** What happens to records that should not, else that nothing does. */
function recordsText(result: SimulatedResult, messages: Messages): string {
  const measured = measure(result);
  const say = whatIfSpeaker(messages);
  const harms = HARMS.flatMap((id) => (measured[id] > 0 ? [say(`harm/${id}`, { count: whole(measured[id]) })] : []));
  const { perSecond } = result.schedule;
  if (isOverloaded(result))
    harms.unshift(say("rank/cannot-keep-up", { rate: short(measured.records), planned: short(perSecond) }));
  return harms.length === 0 ? glanceSpeaker(messages)("records/safe") : harms.join(", ");
}
