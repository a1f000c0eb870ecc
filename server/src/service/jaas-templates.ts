import { loginModules, type LoginModule } from "../core/config/jaas/login-modules.js";
import type { KafkaVersion } from "../core/catalog/version.js";
import { joined, type Template } from "./snippet-text.js";

/** `sasl.jaas.config` of a mechanism, with places for what only the user knows. */
export interface JaasTemplate {
  readonly mechanism: string;
  readonly module: LoginModule;
  readonly template: Template;
}

/** One template for each mechanism that a release has a login module for. */
export function jaasTemplates(version: KafkaVersion): readonly JaasTemplate[] {
  return loginModules(version).flatMap((module) =>
    module.mechanisms.map((mechanism) => ({ mechanism, module, template: templateOf(module) })),
  );
}

/** Only what the module cannot do without; the signature shows the rest. */
function templateOf({ name, options }: LoginModule): Template {
  const written = options
    .filter(({ isRequired }) => isRequired)
    .map(({ name: key, example, isQuoted }): Template =>
      isQuoted ? [` ${key}="`, example, '"'] : [` ${key}=${example}`],
    );
  return joined([[`${name} required`], ...written, [";"]]);
}
