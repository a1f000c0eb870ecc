import type { Page } from "playwright-core";

const READ_STORED = `(async () => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith("vscode-web-state-db-")) continue;
    const database = await new Promise((done, fail) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store).getAll();
      found.push(...(await new Promise((done, fail) => {
        reading.onsuccess = () => done(reading.result);
        reading.onerror = () => fail(reading.error);
      })));
    }
    database.close();
  }
  return found.map(String).join("\\n");
})()`;

/** What VS Code remembers over a reload of the window, as texts. */
export async function readStored(page: Page): Promise<string> {
  return page.evaluate<string>(READ_STORED);
}
