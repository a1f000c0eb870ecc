import { expect, test } from "vitest";
import { shrinkPanel } from "./harness/problems.js";
import { useSession } from "./harness/session.js";

/** The pictures of the README, taken from the product as it is: build/e2e/screenshots/readme-<theme>.png. */
const CALM = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 13,
  "editor.guides.indentation": false,
  "editor.hover.above": false,
  "editor.lineHeight": 19,
  "editor.occurrencesHighlight": "off",
  "editor.renderLineHighlight": "none",
  "editor.scrollBeyondLastLine": false,
  "editor.selectionHighlight": false,
  "problems.autoReveal": false,
  "window.commandCenter": false,
  "workbench.activityBar.location": "hidden",
  "workbench.editor.editorActionsLocation": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.reduceMotion": "on",
  "workbench.statusBar.visible": false,
};
const session = useSession("pictures", CALM);
const FILE = "producer.properties";

const SAMPLE = `# Orders: every record must arrive, in order
bootstrap.servers=broker1:9092,broker2:9092,broker3:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
client.id=orders

acks=all
enable.idempotence=true
max.in.flight.request.per.connection=5

linger.ms=20
batch.size=65536
compression.type=zstd

request.timeout.ms=60000
delivery.timeout.ms=60000
`;

test.each([
  ["dark", "Default Dark Modern"],
  ["light", "Default Light Modern"],
])("%s", async (name, theme) => {
  const window = await session.open({
    [FILE]: SAMPLE,
    ".vscode/settings.json": JSON.stringify({ "workbench.colorTheme": theme }),
  });
  await window.waitForSquiggle("error");
  await window.command("View: Close Primary Side Bar");
  await expect.poll(() => window.problems()).not.toEqual([]);
  await window.page.locator(".codelens-decoration a", { hasText: "does not start" }).waitFor();
  await shrinkPanel(window.page, 190);
  await window.selectFileInProblems(); // A selected finding shows a light bulb instead of its severity.
  await window.page.keyboard.press("Control+1");
  await window.hover("60000", "delivery.timeout.ms=60000");
  await expect.poll(() => window.hoverText()).toMatch(/does not start[^]*1 min[^]*Quick Fix/);
  await window.screenshot(`readme-${name}`);
});
