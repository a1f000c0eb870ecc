import { env, l10n, window, workspace, type Uri } from "vscode";

/** Writes a report that needs nothing else to a file that the user chooses. */
export async function saveReport(source: Uri, html: string): Promise<void> {
  const path = source.path.replace(/\.[^./]*$/, "");
  const target = await window.showSaveDialog({
    defaultUri: source.with({ path: `${path}-what-if.html`, query: "", fragment: "" }),
    filters: { HTML: ["html"] },
    title: l10n.t("Save Report"),
  });
  if (target === undefined) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  const open = l10n.t("Open");
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  if ((await window.showInformationMessage(l10n.t("The report was written to {0}.", name), open)) === open)
    await env.openExternal(target);
}
