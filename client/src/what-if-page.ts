import { l10n, Uri, workspace } from "vscode";

/** What the page of the panel is made of. */
export interface PageParts {
  readonly script: string;
  readonly style: string;
}

/**
 * The page of the what-if panel: nothing but our own script and style is admitted. Both stand in the page, so that it is seen without
 * two more ways to the extension's files.
 */
export function whatIfPage({ script, style }: PageParts, language: string): string {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${style}</style>
<title>Ackwise</title>
</head>
<body>
<p class="loading" role="status">${l10n.t("Simulating…")}</p>
<script nonce="${nonce}">${script.replaceAll("</script", "<\\/script")}</script>
</body>
</html>`;
}

/** Reads script and style from the extension. */
export async function readPageParts(extensionUri: Uri): Promise<PageParts> {
  const read = async (name: string): Promise<string> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "client", "webview", name));
    return new TextDecoder().decode(bytes);
  };
  const [script, style] = await Promise.all([read("panel.js"), read("panel.css")]);
  return { script, style };
}
