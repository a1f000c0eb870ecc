import { parseRelease } from "../core/catalog/version.js";
import { simulateInTurns } from "../core/report/simulate.js";
import { withoutTraffic } from "./shared-traffic.js";
import type { FromWorker, Port, SimulateRequest, ToWorker } from "./messages.js";

/** The worker's side: simulates what is asked, one slice at a time, so that it hears of cancellations in between. */
export function serveSimulations(port: Port<ToWorker, FromWorker>, nextTurn: () => Promise<void>): void {
  const running = new Map<number, { aborted: boolean }>();
  port.listen((message) => {
    const { kind, number } = message;
    if (kind === "cancel") {
      const signal = running.get(number);
      if (signal !== undefined) signal.aborted = true;
      return;
    }
    const signal = { aborted: false };
    running.set(number, signal);
    const onProgress = (share: number): void => port.post({ kind: "progress", number, share });
    void simulate(message.request, signal, onProgress, nextTurn)
      .then(
        (result) => port.post({ kind: "result", number, result: withoutTraffic(result) }),
        (error: unknown) => port.post({ kind: "crash", number, message: String(error) }),
      )
      .finally(() => running.delete(number));
  });
}

async function simulate(
  request: SimulateRequest,
  signal: { readonly aborted: boolean },
  onProgress: (share: number) => void,
  nextTurn: () => Promise<void>,
): ReturnType<typeof simulateInTurns> {
  const { text, scenario, seed, fileName, kafkaVersion, versionSource = "settings" } = request;
  const version = kafkaVersion === undefined ? undefined : parseRelease(kafkaVersion);
  const outerVersion = version === undefined ? undefined : { version, source: versionSource };
  return simulateInTurns(text, scenario, { seed, fileName, outerVersion, signal, onProgress }, nextTurn);
}
