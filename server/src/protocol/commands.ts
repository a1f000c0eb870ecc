/** The commands that the VS Code extension contributes, by what they do; the manifest repeats the ids. */
export const COMMANDS = {
  restartServer: "ackwise.restartServer",
  showEffectiveConfiguration: "ackwise.showEffectiveConfiguration",
  selectKafkaVersion: "ackwise.selectKafkaVersion",
  selectScenario: "ackwise.selectScenario",
  compareEffectiveRelease: "ackwise.compareEffectiveRelease",
  compareEffectivePreset: "ackwise.compareEffectivePreset",
  compareEffectiveFile: "ackwise.compareEffectiveFile",
  compareRelease: "ackwise.compareRelease",
  whatIf: "ackwise.whatIf",
  openSample: "ackwise.openSample",
  showOutput: "ackwise.showOutput",
} as const;
