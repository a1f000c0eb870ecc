/** What a host gives the server besides the connection. */
export interface Runtime {
  /** The text of a file the host can reach itself; undefined when it cannot, or there is none. */
  readonly readFile: (uri: string) => Promise<string | undefined>;
}
