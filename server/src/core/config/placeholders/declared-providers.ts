/** What the keys of config providers begin with (AbstractConfig.CONFIG_PROVIDERS_CONFIG). */
export const ALIAS_PREFIX = "config.providers.";

/** The aliases of `config.providers` that have a class, with its name. */
export function declaredProviders(given: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const providers = new Map<string, string>();
  for (const alias of javaSplit(given.get("config.providers") ?? "")) {
    const name = given.get(`${ALIAS_PREFIX}${alias}.class`);
    if (name !== undefined) providers.set(alias, name);
  }
  return providers;
}

/** `split(",")` of Java drops empty elements at the end. */
export function javaSplit(text: string): readonly string[] {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === ",") end--;
  return end === 0 && text !== "" ? [] : text.slice(0, end).split(",");
}
