/** Longest time a script may name, in milliseconds: a bit over eleven days. */
export const LONGEST_MS = 1_000_000_000;

/** Largest record size a script may name, in bytes: what a Java array holds. */
export const LARGEST_BYTES = 2_147_483_647;

/** Most records of one script. */
export const MOST_SENDS = 10_000_000;

/** Most partitions of one script. */
export const MOST_PARTITIONS = 100_000;

/** Node numbers are below this. */
export const MOST_NODES = 10_000;

/** Request ordinals are at most this. */
export const MOST_REQUESTS = 1_000_000_000;

/** Sender passes after which a script is stopped; a spin takes one pass per millisecond, so this is hours of spinning. */
export const MOST_PASSES = 20_000_000;
