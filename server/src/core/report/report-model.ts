// What a person is shown of simulations: the shape of schemas/report.schema.json. Made by whatif-report.ts and its kin, drawn by
// render-*.ts in the editor's panel, an HTML file, Markdown and a terminal. A renderer knows nothing of Kafka.

/** Version of the shape of reports. */
export const REPORT_FORMAT = 1;

/** How good something is for the reader: it decides sign and colour, never colour alone. */
export type Tone = "good" | "bad" | "neutral" | "warning";

/** A report: a sentence that answers the question, then sections. All text is plain, in the user's language. */
export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly kind: "simulate" | "what-if" | "sweep" | "tune" | "matrix";
  /** Short, for a tab or a heading. */
  readonly title: string;
  /** The answer in plain words: one or two sentences. */
  readonly headline: string;
  readonly tone: Tone;
  /** What it was made from, as label and value: file, client release, scenario, seeds, simulated time. */
  readonly about: readonly Fact[];
  readonly sections: readonly ReportSection[];
  /** Text of the command that makes it again. */
  readonly reproduce: string;
  /** False when a simulation was stopped: the numbers are of a part only. */
  readonly complete: boolean;
}

/** A label and what belongs to it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A part of a report with a heading. */
export interface ReportSection {
  /** Stable, for links and tests: `summary`, `fates`, `latency`, `stages`, `time`, `findings`, `why`, `limits` … */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

/** Something in a section. */
export type ReportBlock =
  | { readonly kind: "text"; readonly text: string; readonly tone?: Tone }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "code"; readonly text: string; readonly language: "properties" | "shell" }
  | ReportTable
  | { readonly kind: "chart"; readonly chart: Chart };

/** A table. Every row has as many cells as there are columns. */
export interface ReportTable {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly align: "start" | "end" }[];
  readonly rows: readonly (readonly ReportCell[])[];
}

/** A cell: text that is ready to show; a tone marks a change for better or worse. */
export interface ReportCell {
  readonly text: string;
  readonly tone?: Tone;
  /** Said on hover and to screen readers, such as a confidence interval or a definition. */
  readonly detail?: string;
}

/** A picture: title and description say in words what it shows; renderers put its data in a table behind it. */
export type Chart = StackedBars | LineChart | HeatMap | ScatterChart;

interface ChartText {
  readonly title: string;
  readonly description: string;
}

/** One horizontal bar per row, divided in parts: fates of records, latency by stage. */
export interface StackedBars extends ChartText {
  readonly kind: "stacked-bars";
  /** Unit of the values, such as `ms` or `records`. */
  readonly unit: string;
  /** Whether each bar is 100 % wide, and shares are shown beside the values. */
  readonly asShare: boolean;
  readonly parts: readonly { readonly id: string; readonly label: string; readonly tone: Tone }[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** An axis. A `nines` axis stretches shares towards 1: 0.5, 0.9, 0.99, 0.999 are at even distances. */
export interface Axis {
  readonly label: string;
  readonly unit: string;
  readonly scale: "linear" | "log" | "nines";
}

/** Lines over a common axis: time series, percentiles, distributions, sweeps of one setting. */
export interface LineChart extends ChartText {
  readonly kind: "lines";
  readonly x: Axis;
  readonly y: Axis;
  /** `steps` holds a value up to the next point, as histograms do; `points` marks each measured point. */
  readonly shape: "line" | "steps" | "points";
  readonly series: readonly LineSeries[];
  /** What happens on the x axis: faults, the present value of a setting. */
  readonly marks: readonly { readonly fromX: number; readonly toX?: number; readonly label: string }[];
}

/** A line; `band` is the confidence interval of each point. */
export interface LineSeries {
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly band?: readonly (readonly [low: number, high: number])[];
}

/** Cells of two swept settings. `undefined` in JSON is null: the client refuses that pair. */
export interface HeatMap extends ChartText {
  readonly kind: "heat-map";
  readonly x: { readonly label: string; readonly values: readonly string[] };
  readonly y: { readonly label: string; readonly values: readonly string[] };
  readonly unit: string;
  readonly better: "lower" | "higher";
  /** Rows by y, cells by x. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** The cell of the file as it is: index by x and y. */
  readonly current?: readonly [xIndex: number, yIndex: number];
}

/** Points in the plane of two measures, with the Pareto front connected. */
export interface ScatterChart extends ChartText {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly role: "current" | "front" | "other";
  }[];
}
