/** The smallest text found for which `holds` is still true; `plainer` is another way to write the whole text. */
export declare function shrunk(
  text: string,
  holds: (text: string) => boolean | Promise<boolean>,
  plainer: string,
): Promise<string>;
