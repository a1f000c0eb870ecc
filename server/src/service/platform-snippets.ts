import type { Catalog } from "../core/catalog/catalog.js";
import { fitsWish, PLATFORMS, settingsOf, wishedValue, type Platform } from "../core/catalog/platforms.js";
import { defaultsOf } from "../core/config/defaults.js";
import type { LineSnippet } from "./line-snippets.js";
import type { Template } from "./snippet-text.js";

/** What each managed service and operator needs that a release does not do by default. */
export function platformSnippets(catalog: Catalog): readonly LineSnippet[] {
  return PLATFORMS.map((platform) => ({
    id: platform.id,
    about: "snippet/platform",
    data: { platform: platform.name },
    lines: [
      ["bootstrap.servers", ["", platform.example, ""]],
      ...login(platform, catalog),
      ...limits(platform, catalog),
    ],
  }));
}

/** The usual way in that is encrypted. */
function login({ listeners }: Platform, catalog: Catalog): LineSnippet["lines"] {
  const listener = listeners.find(({ protocol }) => protocol === "SASL_SSL" || protocol === "SSL");
  if (listener === undefined) return [];
  const { protocol, mechanism } = listener;
  return [
    ["security.protocol", [protocol]],
    ...(mechanism === undefined ? [] : ([["sasl.mechanism", [mechanism]]] satisfies LineSnippet["lines"])),
    ...settingsOf(listener, catalog.version).map(([key, value]) => [key, withPlaces(value)] as const),
  ];
}

function limits({ settings }: Platform, catalog: Catalog): LineSnippet["lines"] {
  const defaults = defaultsOf(catalog).values;
  return settings
    .filter((wish) => catalog.keys.has(wish.key) && !fitsWish(wish, defaults.get(wish.key)?.value))
    .map((wish) => [wish.key, [wishedValue(wish)]] as const);
}

/** Marks such as `${USERNAME}` are the places to fill in. */
function withPlaces(value: string): Template {
  return value.split(/\$\{(\w+)\}/);
}
