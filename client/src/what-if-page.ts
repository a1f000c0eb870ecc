import { l10n, Uri, type Webview } from "vscode";

/** The page of the what-if panel: nothing but our own script and style is admitted. */
export function whatIfPage(webview: Webview, extensionUri: Uri, language: string): string {
  const uriOf = (name: string): string =>
    webview.asWebviewUri(Uri.joinPath(webviewFolder(extensionUri), name)).toString();
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${uriOf("panel.css")}">
<title>Ackwise</title>
</head>
<body>
<p class="loading" role="status">${l10n.t("Simulating…")}</p>
<script nonce="${nonce}" src="${uriOf("panel.js")}"></script>
</body>
</html>`;
}

/** The only folder that the panel may read. */
export function webviewFolder(extensionUri: Uri): Uri {
  return Uri.joinPath(extensionUri, "dist", "client", "webview");
}
