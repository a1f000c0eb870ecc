/**
 * The program of the server and of the threads that simulate, in Node and in browsers. One file, so that all of them share their
 * code; what belongs to the other host is in it but never runs. What both hosts share is imported here and given to them: a bundle
 * starts faster when only the hosts' own modules wait to be chosen. The server comes first: the other way round V8 keeps 4 MiB more.
 */
import { startServer } from "./server.js";
import { serveSimulations } from "../worker/serve-simulations.js";

const isNode: boolean = typeof process === "object" && typeof process.versions.node === "string";
void (isNode ? import("./main.node.js") : import("./main.browser.js")).then(({ start }) => {
  start({ startServer, serveSimulations });
});
