import type { Metafile } from "esbuild";

/** The folders of the packages in bundles, sorted. */
export declare function packageFolders(metafiles: readonly Metafile[]): readonly string[];

/** One text with the name, release and licence of each package. Rejects when a package brings no licence text. */
export declare function noticesOf(metafiles: readonly Metafile[]): Promise<string>;
