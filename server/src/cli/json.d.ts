/** The manifest is the one place that states the version; the bundler keeps only this name of it. */
declare module "*/package.json" {
  export const version: string;
}
