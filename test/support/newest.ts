import { latestVersion, SUPPORTED } from "../../server/src/core/catalog/version.js";

/** The newest supported release, which counts where nothing says another: tests name it by this, so that a new release is data. */
export const NEWEST: string = latestVersion().text;
/** Its line, as people name it. */
export const NEWEST_LINE: string = SUPPORTED.last;
