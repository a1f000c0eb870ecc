import { gatherFacts, type BuildFacts } from "./types.js";

/** The versions a Maven POM states: dependencies, managed ones, BOMs, the parent, and the property that Spring Boot reads. */
export function pomFacts(text: string): BuildFacts {
  const pom = withoutComments(text);
  const artifacts = [...blocks(pom, "dependency"), ...blocks(pom, "parent")].flatMap((block) => {
    const bare = withoutBlocks(block, "exclusions");
    const group = element(bare, "groupId");
    const artifact = element(bare, "artifactId");
    const version = element(bare, "version");
    return group === undefined || artifact === undefined || version === undefined ? [] : [{ group, artifact, version }];
  });
  const facts = gatherFacts(artifacts);
  const managed = element(pom, "kafka.version");
  return managed === undefined ? facts : { ...facts, kafkaClients: [...facts.kafkaClients, managed] };
}

/** The POM's properties, and its version as `project.version`. */
export function pomProperties(text: string): ReadonlyMap<string, string> {
  const pom = withoutComments(text);
  const properties = new Map<string, string>();
  for (const block of blocks(pom, "properties")) {
    for (const [, name = "", value = ""] of block.matchAll(/<([A-Za-z_][\w.-]*)>([^<]*)<\/\1>/g)) {
      properties.set(name, value.trim());
    }
  }
  const [parent = ""] = blocks(pom, "parent");
  const parentVersion = element(parent, "version");
  if (parentVersion !== undefined) properties.set("project.parent.version", parentVersion);
  return properties;
}

/** The contents of every element with a name; these never nest in a POM. */
function blocks(text: string, name: string): readonly string[] {
  const open = `<${name}>`;
  const close = `</${name}>`;
  const found: string[] = [];
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    const end = text.indexOf(close, start);
    if (end < 0) break;
    found.push(text.slice(start + open.length, end));
  }
  return found;
}

function element(text: string, name: string): string | undefined {
  return blocks(text, name)[0]?.trim();
}

function withoutComments(text: string): string {
  return cut(text, "<!--", "-->");
}

function withoutBlocks(text: string, name: string): string {
  return cut(text, `<${name}>`, `</${name}>`);
}

function cut(text: string, open: string, close: string): string {
  let result = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return result + text.slice(from);
    result += text.slice(from, start);
    from = end + close.length;
  }
}
