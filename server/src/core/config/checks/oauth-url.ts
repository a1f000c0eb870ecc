/** Protocols that the JDK has a handler for, and that are none of those the token endpoint may have. */
const OTHER_PROTOCOLS: ReadonlySet<string> = new Set(["ftp", "jar", "jmod", "jrt", "mailto"]);
const TOKEN_PROTOCOLS: ReadonlySet<string> = new Set(["http", "https", "file"]);
const PROTOCOL_FORM = /^[a-zA-Z][a-zA-Z0-9.+-]*$/;

/** Why java.net.URL or the client refuses a text as token endpoint, in the client's words; undefined when its protocol is right. */
export function urlProblem(text: string): string | undefined {
  const start = /^url:/i.test(text) ? 4 : 0;
  const protocol = protocolOf(text.slice(start));
  if (protocol === undefined) return `is malformed: no protocol: ${text}`;
  if (TOKEN_PROTOCOLS.has(protocol)) return undefined;
  if (!OTHER_PROTOCOLS.has(protocol)) return `is malformed: unknown protocol: ${protocol}`;
  return `contains an invalid protocol (${protocol}); only "http", "https", and "file" protocol are supported`;
}

/** What stands before the first colon, unless a slash comes first. */
function protocolOf(text: string): string | undefined {
  const colon = text.indexOf(":");
  const slash = text.indexOf("/");
  if (text.startsWith("#") || colon < 0 || (slash >= 0 && slash < colon)) return undefined;
  const protocol = text.slice(0, colon);
  return PROTOCOL_FORM.test(protocol) ? protocol.toLowerCase() : undefined;
}
