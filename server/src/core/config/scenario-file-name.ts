/** The names of scenario files: `load.ackwise.yaml`. Without a name in front it is the project's file, which is no scenario. */
const FORM = /(?:^|[\\/])[^\\/]+\.ackwise\.(?:ya?ml|json)$/i;

/** Whether a file is a scenario file, by its name or path. */
export function isScenarioFileName(fileName: string): boolean {
  return FORM.test(fileName);
}
