/** Colours of a light page, as VS Code's themes have them where they have any. */
const LIGHT = `
  color-scheme: light;
  --ackwise-ink: var(--vscode-editor-foreground, #1f2328);
  --ackwise-muted: var(--vscode-descriptionForeground, #57606a);
  --ackwise-surface: var(--vscode-editor-background, #ffffff);
  --ackwise-good: #0a7a5c;
  --ackwise-bad: #bf3b0b;
  --ackwise-warning: #8f5f00;
  --ackwise-neutral: #4d6784;
  --ackwise-on-colour: #ffffff;
  --ackwise-series-1: #0b62c4;
  --ackwise-series-2: #bc4c00;
  --ackwise-series-3: #7a44d6;
  --ackwise-series-4: #14757c;
  --ackwise-series-5: #b0307f;
  --ackwise-series-6: #57606a;
  --ackwise-heat-1: #eef4f8; --ackwise-heat-ink-1: #12212b;
  --ackwise-heat-2: #d3e5ef; --ackwise-heat-ink-2: #12212b;
  --ackwise-heat-3: #aed0e2; --ackwise-heat-ink-3: #12212b;
  --ackwise-heat-4: #8abbd5; --ackwise-heat-ink-4: #12212b;
  --ackwise-heat-5: #5f9fc3; --ackwise-heat-ink-5: #0b1720;
  --ackwise-heat-6: #2a719c; --ackwise-heat-ink-6: #ffffff;
  --ackwise-heat-7: #0b4668; --ackwise-heat-ink-7: #ffffff;`;

const DARK = `
  color-scheme: dark;
  --ackwise-ink: var(--vscode-editor-foreground, #d5dbe1);
  --ackwise-muted: var(--vscode-descriptionForeground, #93a0ad);
  --ackwise-surface: var(--vscode-editor-background, #14181d);
  --ackwise-good: #3fc79a;
  --ackwise-bad: #ff8f66;
  --ackwise-warning: #e0b04a;
  --ackwise-neutral: #93abc4;
  --ackwise-on-colour: #0d1216;
  --ackwise-series-1: #6cb0ff;
  --ackwise-series-2: #f5a15c;
  --ackwise-series-3: #bd9bff;
  --ackwise-series-4: #56c8c9;
  --ackwise-series-5: #f28ac4;
  --ackwise-series-6: #a8b3be;
  --ackwise-heat-1: #1c2731; --ackwise-heat-ink-1: #d5dbe1;
  --ackwise-heat-2: #1f3644; --ackwise-heat-ink-2: #d5dbe1;
  --ackwise-heat-3: #204a5e; --ackwise-heat-ink-3: #e4ebf1;
  --ackwise-heat-4: #22617b; --ackwise-heat-ink-4: #f2f7fa;
  --ackwise-heat-5: #3f8fad; --ackwise-heat-ink-5: #07131a;
  --ackwise-heat-6: #66b5d1; --ackwise-heat-ink-6: #07131a;
  --ackwise-heat-7: #a5dff2; --ackwise-heat-ink-7: #07131a;`;

/** VS Code's own high contrast: full contrast for text and lines, textures that show. */
const HIGH_CONTRAST = `
  --ackwise-muted: var(--vscode-editor-foreground);
  --ackwise-mark: var(--vscode-editor-foreground);
  --ackwise-grid: color-mix(in srgb, var(--ackwise-ink) 45%, var(--ackwise-surface));
  --ackwise-rule: var(--vscode-contrastBorder, var(--ackwise-ink));
  --ackwise-tint: 0%;
  --ackwise-texture: 0.75;
  --ackwise-area: 0.25;`;

/** Colours that the system forces: shapes are told apart by textures, dashes and symbols alone. */
const FORCED = `
  --ackwise-ink: CanvasText;
  --ackwise-muted: CanvasText;
  --ackwise-mark: CanvasText;
  --ackwise-surface: Canvas;
  --ackwise-grid: color-mix(in srgb, CanvasText 30%, Canvas);
  --ackwise-rule: CanvasText;
  --ackwise-good: CanvasText;
  --ackwise-bad: CanvasText;
  --ackwise-warning: CanvasText;
  --ackwise-neutral: CanvasText;
  --ackwise-on-colour: Canvas;
  --ackwise-texture: 1;
  ${[1, 2, 3, 4, 5, 6].map((index) => `--ackwise-series-${index}: CanvasText;`).join(" ")}
  ${[1, 2, 3, 4, 5, 6, 7].map((index) => `--ackwise-heat-${index}: color-mix(in srgb, CanvasText ${index * 6 - 6}%, Canvas); --ackwise-heat-ink-${index}: CanvasText;`).join(" ")}`;

/** The custom properties of a report: by the system's choice, by VS Code's kind of theme, and by forced colours. */
export const REPORT_COLOURS: string = `.ackwise-report {${LIGHT}
  --ackwise-mark: var(--ackwise-muted);
  --ackwise-grid: color-mix(in srgb, var(--ackwise-ink) 13%, var(--ackwise-surface));
  --ackwise-rule: color-mix(in srgb, var(--ackwise-ink) 18%, var(--ackwise-surface));
  --ackwise-tint: 9%;
  --ackwise-font: var(--vscode-font-family, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  --ackwise-mono: var(--vscode-editor-font-family, ui-monospace, "SF Mono", Menlo, Consolas, monospace);
}
@media (prefers-color-scheme: dark) { .ackwise-report {${DARK}
} }
.vscode-light .ackwise-report, .vscode-high-contrast-light .ackwise-report {${LIGHT}
}
.vscode-dark .ackwise-report, .vscode-high-contrast:where(:not(.vscode-high-contrast-light)) .ackwise-report {${DARK}
}
.vscode-high-contrast .ackwise-report, .vscode-high-contrast-light .ackwise-report {${HIGH_CONTRAST}
}
@media (forced-colors: active) { .ackwise-report, body .ackwise-report.ackwise-report {${FORCED}
} }
@media print { .ackwise-report {${LIGHT}
} }
`;
