export declare function propertiesTexts(options?: {
  readonly seed?: number;
  readonly random?: number;
  readonly mutations?: number;
}): string[];
