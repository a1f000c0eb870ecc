/** A text with places to fill in: at even places text, at odd ones what stands there until somebody types. */
export type Template = readonly string[];

/** A template as one of the Language Server Protocol's snippets, its places numbered on from `first`. */
export function snippetOf(template: Template, first = 1): string {
  return template
    .map((part, index) =>
      index % 2 === 0
        ? part.replace(/[\\$]/g, "\\$&")
        : `\${${(first + (index - 1) / 2).toString()}:${part.replace(/[\\$}]/g, "\\$&")}}`,
    )
    .join("");
}

/** A template for editors without snippets: what stands in the places stays. */
export function plainOf(template: Template): string {
  return template.join("");
}

/** Several templates as one. */
export function joined(templates: readonly Template[]): Template {
  const parts: string[] = [""];
  for (const template of templates) {
    template.forEach((part, index) => {
      if (index === 0) parts[parts.length - 1] = `${parts.at(-1) ?? ""}${part}`;
      else parts.push(part);
    });
    if (template.length % 2 === 0) parts.push("");
  }
  return parts;
}
