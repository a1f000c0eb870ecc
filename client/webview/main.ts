import type { FromPanel, PanelState, ToPanel } from "../../server/src/protocol/what-if-panel.js";
import { Panel } from "./panel.js";

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: PanelState): void;
};

const vscode = acquireVsCodeApi();
let panel: Panel | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
  if (data.kind === "open" && panel === undefined) {
    panel = new Panel(document.body, vscode, remembered(data));
    requestAnimationFrame(() => setTimeout(painted)); // Behind the frame that shows the panel.
  } else panel?.hear(data);
});

function painted(): void {
  const { startTime } = performance.mark("ackwise-painted");
  vscode.postMessage({ kind: "painted", atMs: performance.timeOrigin + startTime });
}

/** What the panel itself remembers of the time before it was hidden counts more than what it was opened with. */
function remembered(message: Extract<ToPanel, { kind: "open" }>): Extract<ToPanel, { kind: "open" }> {
  const own = vscode.getState() as PanelState | undefined;
  return own?.uri === message.state.uri ? { ...message, state: own } : message;
}

vscode.postMessage({ kind: "ready" });
