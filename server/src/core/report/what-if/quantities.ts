import type { MeasureUnit } from "../../whatif/measures.js";
import { grouped } from "../render/numbers.js";

/** 1,234,567. */
export function whole(value: number): string {
  return grouped(Math.round(value).toString());
}

/** Three significant digits, thousands apart, no trailing point. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1_000) return value < 0 ? `-${whole(size)}` : whole(value);
  if (size === 0) return "0";
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Bytes as people read them. */
export function bytesText(bytes: number): string {
  if (bytes >= 1_073_741_824) return `${short(bytes / 1_073_741_824)} GiB`;
  if (bytes >= 1_048_576) return `${short(bytes / 1_048_576)} MiB`;
  return bytes >= 1_024 ? `${short(bytes / 1_024)} KiB` : `${short(bytes)} B`;
}

/** Milliseconds in the unit in which people say them. */
export function timeText(ms: number): string {
  if (ms >= 120_000) return `${short(ms / 60_000)} min`;
  return ms >= 10_000 ? `${short(ms / 1_000)} s` : `${short(ms)} ms`;
}

/** A share as percent. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 99 && percent < 100) return `${(Math.floor(percent * 10) / 10).toFixed(1)} %`; // Nearly all is not all.
  return `${Math.abs(percent) < 10 && percent !== 0 ? percent.toFixed(1) : percent.toFixed(0)} %`;
}

/** A change as percent with its sign. */
export function changePercent(share: number): string {
  if (share >= 9.995) return `× ${short(share + 1)}`;
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${percentText(Math.abs(share))}`;
}

/** A measured number with its unit. */
export function quantity(value: number, unit: MeasureUnit): string {
  switch (unit) {
    case "ms":
      return timeText(value);
    case "MiB/s":
      return `${short(value)} MiB/s`;
    case "1/s":
      return `${short(value)}/s`;
    case "share":
      return percentText(value);
    case "count":
      return Number.isInteger(value) ? whole(value) : short(value);
    case "bytes":
      return bytesText(value);
  }
}
