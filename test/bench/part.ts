import type { CheckRuns } from './checks.ts';
import type { CorpusOnDisk } from './corpus/disk.ts';
import type { Figures } from './goals.ts';
import type { Times } from './measure.ts';
import type { InstalledPeers } from './peers/install.ts';

/** Something that is measured: one file in `parts/`. */
export interface Part {
  readonly name: string;
  readonly title: string;
  readonly run: (bench: Bench) => PartResult | Promise<PartResult>;
}

export interface PartResult {
  readonly rows: readonly Row[];
  readonly figures?: Figures;
  /** What a reader of the rows has to know, such as why there are none. */
  readonly notes?: readonly string[];
  /** An SVG that shows it. */
  readonly picture?: string;
}

/** One line of what was measured. */
export interface Row {
  readonly what: string;
  readonly times?: Times;
  /** A comparison, such as `3.4 × reading them`. */
  readonly against?: string;
  /** Whatever else there is to say. */
  readonly more?: string;
}

/** What the parts of one run share. */
export interface Bench {
  /** Numbers of files, from small to large. */
  readonly sizes: readonly number[];
  /** The runs that were asked for, or so many as are usual for a job. */
  readonly runs: (usual: number) => number;
  /** The corpus of a size, written to disk once. */
  readonly corpus: (size: number) => CorpusOnDisk;
  /** Whole checks of a corpus beside reading it, made once. */
  readonly checks: (size: number) => CheckRuns;
  readonly peers: InstalledPeers | undefined;
  /** A folder that is gone when the run is over. */
  readonly scratch: (name: string) => string;
}
