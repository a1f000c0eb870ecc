/**
 * The program of the extension: server and simulation threads, in Node and in browsers. One file, so that all of them share their
 * code; what belongs to the other host is in it but never runs.
 */
const isNode: boolean = typeof process === "object" && typeof process.versions.node === "string";
void (isNode ? import("./main.node.js") : import("./main.browser.js"));
