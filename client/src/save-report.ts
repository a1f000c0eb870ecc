import { env, l10n, Uri, window, workspace } from "vscode";
import { nameOf } from "./served-file.js";

/** Writes a report that needs nothing else to a file that the user chooses. */
export async function saveReport(source: Uri, html: string): Promise<void> {
  const defaultUri = besideOf(source);
  const target = await window.showSaveDialog({
    ...(defaultUri === undefined ? {} : { defaultUri }),
    filters: { HTML: ["html"] },
    title: l10n.t("Save Report"),
  });
  if (target === undefined) return;
  try {
    await workspace.fs.createDirectory(Uri.joinPath(target, "..")).then(undefined, () => undefined); // Writing says why.
    await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(l10n.t("The report could not be written to {0}: {1}", nameOf(target), reason));
    return;
  }
  const open = l10n.t("Open");
  if ((await window.showInformationMessage(l10n.t("The report was written to {0}.", nameOf(target)), open)) === open)
    await env.openExternal(target);
}

/** Beside the file; in the workspace when the file lies nowhere, as a new one or the sample. */
function besideOf(source: Uri): Uri | undefined {
  const name = `${nameOf(source).replace(/\.[^.]*$/, "")}-what-if.html`;
  const folders = workspace.workspaceFolders ?? [];
  const isSomewhere = source.scheme === "file" || folders.some(({ uri }) => uri.scheme === source.scheme);
  if (isSomewhere) return Uri.joinPath(source, "..", name).with({ query: "", fragment: "" });
  return folders[0] === undefined ? undefined : Uri.joinPath(folders[0].uri, name);
}
