import { REPORT_CSS } from "./report-css.js";

/** The style of a page that holds a report and nothing else. */
export const PAGE_CSS: string = `:root { color-scheme: light dark; }
body { margin: 0; background: #ffffff; }
@media (prefers-color-scheme: dark) { body { background: #14181d; } }
@media print { body { background: none; } }
${REPORT_CSS}`;

/**
 * The hash by which the page's policy admits this style and no other one. It follows from {@link PAGE_CSS}; the core has no
 * SHA-256, so a test compares the two and says the right one.
 */
export const PAGE_CSS_HASH = "sha256-YrRUDyTRfsuuSmv4NsT1T31fSbInkgpU2aTgZE0D8ic=";
