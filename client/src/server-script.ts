import { Uri, workspace } from "vscode";

/**
 * The address of the server's program for a worker. VS Code refuses workers from remote extensions by URL, so the script is read and
 * becomes a blob. A worker reads no files either: the Korean texts are put before the program, see scripts/build.mjs.
 */
export async function serverScript(dist: Uri): Promise<string> {
  const [korean, program] = await Promise.all(
    [["korean.json"], ["server", "server.js"]].map((path) => workspace.fs.readFile(Uri.joinPath(dist, ...path))),
  );
  const parts = ["globalThis.ackwiseKorean=", korean?.slice() ?? "{}", ";", program?.slice() ?? ""];
  return URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
}
