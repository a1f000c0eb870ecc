import { constants, type Stats } from "node:fs";
import { access, chmod, lstat, mkdir, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Names of what this process has open already: opened by its path it would start again at its first byte. */
const OWN_STREAM = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/** As many links in a row as Linux follows (path_resolution(7)). */
const MOST_LINKS = 40;

/** Finds out, without changing anything, whether a file can be written; rejects with the error that writing would meet. */
export async function checkWritable(path: string): Promise<void> {
  if (OWN_STREAM.test(path)) return;
  const target = await targetOf(path);
  const old = await stat(target).catch(missing);
  if (old !== undefined) return checkPresent(target, old);
  const folder = await nearestFolder(dirname(target));
  if (!(await stat(folder)).isDirectory()) throw fileError("ENOTDIR");
  await access(folder, constants.W_OK | constants.X_OK);
}

/**
 * Writes a file as a whole, with the folders that it lacks: beside it and renamed, so that a crash leaves the old file; links and permissions
 * stay. What is no regular file (a device, a pipe) is written into and never replaced.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  if (OWN_STREAM.test(path)) return writeInto(path, bytes, constants.O_WRONLY | constants.O_APPEND);
  const target = await targetOf(path);
  const old = await stat(target).catch(missing);
  if (old !== undefined) await checkPresent(target, old);
  if (old !== undefined && !old.isFile()) return writeInto(target, bytes, constants.O_WRONLY);
  await mkdir(dirname(target), { recursive: true });
  const beside = `${target}.ackwise-${process.pid.toString()}.tmp`;
  try {
    await writeFile(beside, bytes, { flag: "wx" });
    if (old !== undefined) await chmod(beside, old.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Where a path leads when every link is followed, also a link to what does not exist yet. */
async function targetOf(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const found = await lstat(target).catch(missing);
    if (found === undefined) return target;
    if (!found.isSymbolicLink()) return realpath(target);
    const next = await readlink(target);
    // Links of /proc, such as the one to a pipe, lead to a name that is no path.
    if (await isOpenedByName(target, next)) return target;
    target = resolve(await realpath(dirname(target)), next);
  }
  throw fileError("ELOOP");
}

async function isOpenedByName(link: string, leadsTo: string): Promise<boolean> {
  if ((await lstat(resolve(dirname(link), leadsTo)).catch(missing)) !== undefined) return false;
  return (await stat(link).catch(missing)) !== undefined;
}

async function checkPresent(target: string, found: Stats): Promise<void> {
  if (found.isDirectory()) throw fileError("EISDIR");
  if (found.isSocket() || found.isBlockDevice()) throw fileError("ENXIO");
  await access(target, constants.W_OK);
}

async function writeInto(path: string, bytes: Uint8Array, flags: number): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

async function nearestFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(missing);
  const parent = dirname(folder);
  return found !== undefined || parent === folder ? folder : nearestFolder(parent);
}

/** Nothing for a file that is not there; every other error goes on. */
function missing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
  throw error;
}

function fileError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
