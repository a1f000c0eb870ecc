import { REPORT_COLOURS } from "./report-colours.js";

const LAYOUT = `
.ackwise-report {
  container: ackwise / inline-size;
  background: var(--ackwise-surface);
  color: var(--ackwise-ink);
  font: 400 14px/1.55 var(--ackwise-font);
  overflow-wrap: break-word;
  text-wrap: pretty;
}
.ackwise-report *, .ackwise-report *::before { box-sizing: border-box; }
.ackwise-report :where(h1, h2, p, dl, dt, dd, figure, ul, pre) { margin: 0; padding: 0; }
.ackwise-page { margin: 0 auto; max-width: 800px; padding: 28px 20px 40px; }
.ackwise-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}

.ackwise-top { display: flex; flex-wrap: wrap; align-items: baseline; gap: 6px 12px; font-size: 13px; }
.ackwise-verdict { font-weight: 600; }
.ackwise-verdict .ackwise-mark {
  display: inline-block; width: 18px; height: 18px; margin-right: 6px; border-radius: 50%; font-size: 11px; line-height: 18px;
  text-align: center; background: var(--tone); color: var(--ackwise-on-colour); forced-color-adjust: none;
}
.ackwise-title { color: var(--ackwise-muted); }
.ackwise-headline {
  margin: 12px 0 22px; max-width: 34em; font-size: 23px; font-weight: 600; line-height: 1.3; letter-spacing: -0.012em;
  text-wrap: balance;
}
.ackwise-about { display: flex; flex-wrap: wrap; gap: 10px 36px; font-size: 13px; }
.ackwise-callout + .ackwise-about { margin-top: 22px; }
.ackwise-about dt { color: var(--ackwise-muted); font-size: 12px; }
.ackwise-section { margin-top: 36px; padding-top: 18px; border-top: 1px solid var(--ackwise-rule); }
.ackwise-heading { margin-bottom: 12px; font-size: 15px; font-weight: 600; line-height: 1.4; }
.ackwise-blocks > * + * { margin-top: 16px; }
.ackwise-blocks > .ackwise-figure + .ackwise-figure { margin-top: 36px; }
.ackwise-text { max-width: 46em; }
.ackwise-page ul { max-width: 46em; padding-left: 1.2em; }
.ackwise-report li + li { margin-top: 6px; }
.ackwise-report li::marker { color: var(--ackwise-muted); }

.ackwise-good { --tone: var(--ackwise-good); }
.ackwise-bad { --tone: var(--ackwise-bad); }
.ackwise-warning { --tone: var(--ackwise-warning); }
.ackwise-neutral { --tone: var(--ackwise-neutral); }
.ackwise-callout {
  max-width: 46em; padding: 10px 14px; border-left: 3px solid var(--tone); border-radius: 0 4px 4px 0;
  background: color-mix(in srgb, var(--tone) var(--ackwise-tint), var(--ackwise-surface));
}
.ackwise-callout > .ackwise-word { color: var(--tone); font-weight: 600; margin-right: 4px; }
.ackwise-report pre {
  white-space: pre-wrap; overflow-wrap: anywhere; padding: 10px 14px; border: 1px solid var(--ackwise-rule); border-radius: 4px;
  background: color-mix(in srgb, var(--ackwise-ink) 4%, var(--ackwise-surface)); font: 400 13px/1.5 var(--ackwise-mono);
}
.ackwise-report code { padding: 0; background: none; color: inherit; font: inherit; }
`;

const TABLES = `
.ackwise-scroll { overflow-x: auto; }
.ackwise-table { width: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.4; font-variant-numeric: tabular-nums; }
.ackwise-table caption { padding-bottom: 6px; color: var(--ackwise-muted); text-align: start; }
.ackwise-table th, .ackwise-table td { padding: 7px 0 7px 18px; text-align: start; vertical-align: baseline; border-bottom: 1px solid var(--ackwise-grid); }
.ackwise-table tr > :first-child { padding-left: 0; }
.ackwise-table thead th { color: var(--ackwise-muted); font-size: 12px; font-weight: 500; vertical-align: bottom; border-color: var(--ackwise-rule); }
.ackwise-table tbody th { font-weight: 400; }
.ackwise-table .ackwise-end { text-align: end; }
.ackwise-table td.ackwise-end { white-space: nowrap; }
.ackwise-change { color: var(--tone); font-weight: 600; }
.ackwise-change.ackwise-neutral { color: inherit; font-weight: 400; }
.ackwise-change .ackwise-direction { display: inline-block; margin-right: 4px; font-size: 0.72em; vertical-align: 0.1em; }
.ackwise-change .ackwise-word { display: inline-block; min-width: 5.2em; padding-left: 8px; font-weight: 400; text-align: start; }
.ackwise-change .ackwise-word .ackwise-mark { display: inline-block; width: 1.1em; }
.ackwise-detailed { text-decoration: underline dotted 1px; text-underline-offset: 3px; text-decoration-color: color-mix(in srgb, currentColor 45%, transparent); }

.ackwise-figure figcaption { margin-bottom: 12px; }
.ackwise-figure .ackwise-name { font-weight: 600; }
.ackwise-figure .ackwise-says { max-width: 46em; color: var(--ackwise-muted); font-size: 13px; }
.ackwise-chart { display: block; width: 100%; height: auto; max-width: 460px; overflow: visible; font-variant-numeric: tabular-nums; }
.ackwise-chart, .ackwise-chart text { forced-color-adjust: none; }
.ackwise-wide { display: none; max-width: none; }
.ackwise-report details { margin-top: 10px; font-size: 13px; }
.ackwise-report summary { width: fit-content; color: var(--ackwise-muted); cursor: pointer; }
.ackwise-report summary:hover { color: var(--ackwise-ink); }
.ackwise-report summary:focus-visible, .ackwise-report :is(.ackwise-scroll, pre):focus-visible {
  outline: 2px solid var(--vscode-focusBorder, var(--ackwise-series-1)); outline-offset: 2px;
}
.ackwise-report details .ackwise-scroll { margin-top: 8px; max-height: 340px; overflow: auto; }
`;

const WIDTHS = `
@container ackwise (max-width: 559px) {
  .ackwise-headline { font-size: 19px; }
  .ackwise-change .ackwise-word { min-width: 0; padding-left: 5px; }
  .ackwise-change .ackwise-said {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  .ackwise-table th, .ackwise-table td { padding-left: 12px; }
}
@container ackwise (min-width: 700px) {
  .ackwise-page { padding: 44px 32px 64px; }
  .ackwise-compact { display: none; }
  .ackwise-wide { display: block; }
  .ackwise-headline { font-size: 28px; }
  .ackwise-section { margin-top: 48px; padding-top: 22px; }
}
@container ackwise (min-width: 1080px) {
  .ackwise-page { max-width: 1040px; padding-top: 64px; }
  .ackwise-headline { font-size: 32px; margin: 16px 0 30px; }
  .ackwise-section { display: grid; grid-template-columns: 190px minmax(0, 1fr); column-gap: 40px; }
}
@container ackwise (min-width: 1400px) {
  .ackwise-page { max-width: 1220px; font-size: 15px; }
  .ackwise-section { grid-template-columns: 220px minmax(0, 1fr); column-gap: 60px; }
  .ackwise-headline { font-size: 36px; }
  .ackwise-table { font-size: 14px; }
}
@media print {
  .ackwise-page.ackwise-page { max-width: none; padding: 0; }
  .ackwise-figure, .ackwise-table tr, .ackwise-callout { break-inside: avoid; }
  .ackwise-heading { break-after: avoid; }
  .ackwise-report details { display: none; }
}
`;

/**
 * The style of a report, in a page of its own and in VS Code's panel: colours follow `--vscode-*` where there are any. All
 * names begin with `ackwise`.
 */
export const REPORT_CSS: string = `${REPORT_COLOURS}${LAYOUT}${TABLES}${WIDTHS}`;
