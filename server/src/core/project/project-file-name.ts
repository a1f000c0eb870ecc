/** The names of the project file, in the order in which they are looked for. */
export const PROJECT_FILE_NAMES = [".ackwise.yaml", ".ackwise.yml"] as const;

/** Whether a file is a project file, by its name, path or URI. */
export function isProjectFileName(fileName: string): boolean {
  return /(?:^|[\\/])\.ackwise\.ya?ml$/i.test(fileName);
}
