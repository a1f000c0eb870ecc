/** The releases asked, by recording: `constructor` and the sets of scripts. */
export declare const RECORDED_RELEASES: Readonly<Record<string, readonly string[]>>;
/** The releases of kafka-clients the constructor oracle asks, in order. */
export declare const RELEASES: readonly string[];
/** The lines that stand before a text that says base: true. */
export declare const BASE: readonly string[];
