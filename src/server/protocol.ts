/**
 * What the language server and its clients say to each other beyond the language server protocol: names and shapes only.
 * The extension imports this file and no other of the server.
 */
import type { RefactorWishes } from '../core/features/refactor/refactor.ts';
import type { Picture, PictureView } from '../core/features/picture.ts';
import type { Kind } from '../core/schema/kinds.ts';
import type { Status } from '../core/model/status.ts';
import type { Position, Range } from '../core/text/lines.ts';
import type { BoardData } from '../core/views/board/card.ts';
import type { LearningsData } from '../core/views/learning-repository/entry.ts';
import type { PartKind } from '../core/workspace/part.ts';

/** Settings as the client reads them; what is absent or wrong falls back to the default. */
export interface ClientSettings {
  /** Fixes today for tests and demonstrations: `2026-11-22`. */
  readonly today?: string;
  readonly mode?: string;
  /** Severity by rule id: `error`, `warning`, `information` or `off`. */
  readonly rules?: Readonly<Record<string, string>>;
  /** Folders, by their path from each workspace folder, whose Markdown is read for its headings alone. */
  readonly include?: readonly string[];
  /** All of them, or by sort and `enabled`; what is absent is on. */
  readonly codeLens?: boolean | Readonly<Record<string, boolean>>;
  readonly inlayHints?: boolean | Readonly<Record<string, boolean>>;
  /**
   * Another extension holds open YAML documents to the schema that a comment in them names. Where that is one of ours,
   * `document/schema` is left to it, so that nobody reads it twice.
   */
  readonly othersCheckSchemas?: boolean;
}

/** Handed over when the server starts. */
export interface InitializationOptions {
  readonly settings?: ClientSettings;
  /** Where the pages of the rules stand, as a URI without final slash: findings link to `<docs>/<area>/<rule>.md`. */
  readonly rulePages?: string;
}

/** Client → server: the bets of the workspace by status. */
export const treeRequest = 'betwright/tree';

export interface Tree {
  /** Statuses in the order of a bet's life; those without bets are left out. */
  readonly groups: readonly TreeGroup[];
  /** Markdown that reads like one of ours and is none, in order of file name; templates are left out. */
  readonly recognised: readonly TreeRecognised[];
  /** Over all files of ours, bets and others. */
  readonly errors: number;
  readonly warnings: number;
}

export interface TreeGroup {
  readonly status: Status;
  readonly bets: readonly TreeBet[];
}

export interface TreeBet {
  readonly id: string;
  readonly title: string;
  readonly owner?: string;
  readonly uri: string;
  /** Where a click leads. */
  readonly range: Range;
  /** The file can't be parsed at the moment: this is its last good state. */
  readonly stale: boolean;
  readonly retro: { readonly state: 'none' | 'scheduled' | 'dueSoon' | 'overdue' | 'held'; readonly date?: string };
  /** Points of the seven-point list that are met, of those that apply; absent before building. */
  readonly readiness?: { readonly met: number; readonly of: number; readonly open: readonly string[] };
  readonly errors: number;
  readonly warnings: number;
  readonly mode: 'zeroToOne' | 'scaling';
}

export interface TreeRecognised {
  readonly kind: Kind;
  readonly title: string;
  readonly uri: string;
  /** Where a click leads. */
  readonly range: Range;
  readonly stages: number;
  readonly metrics: number;
  /** Of its task boxes, else of the rows that have a status; a total of 0 is not "all done". */
  readonly progress: RecognisedProgress;
}

export interface RecognisedProgress {
  readonly done: number;
  readonly total: number;
}

/** Server → client: tree, findings or pages of these files may have changed. Sent at most a few times a second. */
export const changedNotification = 'betwright/changed';

export interface Changed {
  readonly uris: readonly string[];
  readonly tree: boolean;
}

/** Client → server: a picture of whatever goes by an id, for a Markdown page of somebody's own. */
export const pictureRequest = 'betwright/picture';

export interface PictureQuestion {
  readonly id: string;
  readonly view: PictureView;
}

/** `html` is markup without script, style and links (see media/page.css and media/hierarchy.css). */
export type PictureAnswer = Picture & {
  /** Whether the workspace has been read: what is unknown before may be known then. */
  readonly isComplete: boolean;
};

/** Client → server: the metrics hierarchy of a place in a file, to be kept in a file of its own. */
export const exportRequest = 'betwright/export';

export interface ExportQuestion {
  readonly uri: string;
  /** Of several artifacts in a file, the one that the caret is in. */
  readonly offset?: number;
  readonly format: 'svg' | 'html' | 'mermaid' | 'png';
  /** Of a PNG, which can't follow the reader; light where it is not said. */
  readonly theme?: 'light' | 'dark';
}

export type ExportAnswer =
  | {
      /** What the file may be called, without its ending. */
      readonly name: string;
      /** A PNG in base64, everything else as it is. */
      readonly content: string;
    }
  | { readonly refused: 'notOurs' | 'noMetrics' | 'broken' | 'noPng' };

/** Client → server: the page of the artifact that belongs to a place in a file. */
export const pageRequest = 'betwright/page';

export interface PageQuestion {
  readonly uri: string;
  /** Of several artifacts in a file, the one that the caret is in. */
  readonly offset?: number;
  /** The ids of the metrics whose branches are folded away in the picture. */
  readonly collapsed?: readonly string[];
}

export interface PreviewPage {
  /** `stale`: the file can't be parsed at the moment, this is its last good page. `none`: there is nothing to show. */
  readonly state: 'current' | 'stale' | 'none';
  /** Why there is nothing: no artifact of ours, one that can't be parsed, a template as it was delivered, or nothing at all. */
  readonly reason?: 'notOurs' | 'broken' | 'template' | 'empty';
  readonly title: string;
  /** Markup without script and style (see media/page.css and media/hierarchy.css); none for `none`. */
  readonly sections: readonly { readonly name: string; readonly html: string }[];
  /** The section that the file is about. */
  readonly opensAt: string;
  /**
   * The files that `data-file` in the markup counts, with the version of each that is open: offsets in the markup are
   * good for these texts and no others.
   */
  readonly files: readonly { readonly uri: string; readonly version?: number }[];
  /** With the caret in such a stretch, what bears this `data-key`, or `data-section`, is lit. */
  readonly areas: readonly {
    readonly file: number;
    readonly start: number;
    readonly end: number;
    readonly key: string;
  }[];
  /** The file that was asked for. */
  readonly uri: string;
  /** What keeps it from being parsed. */
  readonly problem?: { readonly message: string; readonly range?: Range };
  /** Of Markdown that merely reads like one of ours (then `none`): what could be read of it. */
  readonly recognised?: RecognisedDocument;
}

export interface RecognisedDocument {
  readonly kind: Kind;
  readonly title: string;
  readonly owner?: RecognisedText;
  readonly dates: readonly RecognisedText[];
  readonly stages: readonly (RecognisedText & { readonly reach?: string })[];
  readonly metrics: readonly RecognisedMetric[];
  readonly checklist: RecognisedProgress;
  /** Rows of tables that have a status. */
  readonly rows: RecognisedProgress;
  /** `Adopt as a rollout plan`; absent of a template, where there is nothing to adopt. */
  readonly offer?: string;
}

/** One line, safe to be shown, and where it stands, in offsets. */
export interface RecognisedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface RecognisedMetric extends RecognisedText {
  readonly tier: 'lagging' | 'core' | 'leading' | 'guardrails';
  readonly threshold?: string;
  readonly target?: string;
  readonly current?: string;
}

/** Client → server: the edit that adopts a document that merely reads like one of ours. */
export const adoptRequest = 'betwright/adopt';

export interface AdoptQuestion {
  readonly uri: string;
}

/** A `WorkspaceEdit`, or why there is none. `frontMatter`: no `kind` can be written into it as it stands. */
export type AdoptAnswer =
  { readonly edit: object } | { readonly refused: 'adopted' | 'template' | 'notRecognised' | 'frontMatter' };

/** Client → server: the edit that mends a finding, as a `WorkspaceEdit`. Null where the finding is gone or can't be mended. */
export const fixRequest = 'betwright/fix';

export interface FixQuestion {
  readonly uri: string;
  readonly rule: string;
  /** Where the finding begins. */
  readonly position: { readonly line: number; readonly character: number };
}

/** Client → server: what is overdue and what is breached in the workspace. */
export const attentionRequest = 'betwright/attention';

export interface Attention {
  readonly overdue: number;
  readonly breached: number;
  /** The first of them, overdue ones before. */
  readonly items: readonly AttentionItem[];
}

export interface AttentionItem {
  readonly sort: 'overdue' | 'breached';
  /** The id of the artifact. */
  readonly artifact: string;
  readonly message: string;
  readonly uri: string;
  readonly range: Range;
}

/** Client → server: a new document from a template. */
export const newDocumentRequest = 'betwright/newDocument';

export interface NewDocumentQuestion {
  readonly kind: Kind;
  readonly notation: 'yaml' | 'markdown';
  readonly title: string;
  readonly owner?: string;
  /** The id of the bet that it is made from. */
  readonly bet?: string;
}

export interface NewDocument {
  /** `BET-013-guided-onboarding.bet.yaml`: safe on every file system. */
  readonly fileName: string;
  /** A snippet in TextMate syntax, for an editor that can insert snippets. */
  readonly snippet: string;
  /** The same as plain text. */
  readonly text: string;
}

/**
 * Client → server: one of the refactorings, worked out as an edit. Nothing is written: the client shows the warnings,
 * asks what it must, and applies the edit. Null where the request was cancelled.
 */
export const refactorRequest = 'betwright/refactor';

export type RefactorQuestion = RefactorWishes & {
  readonly uri: string;
  /** The artifact that is meant; without it, the one at the position, or the only one of the file. */
  readonly id?: string;
  readonly position?: Position;
};

export interface RefactorReason {
  readonly text: string;
  readonly uri: string;
  readonly range: Range;
}

export interface RefactorAnswer {
  /** A `WorkspaceEdit`: files are created and removed in it too, and open documents are named with their version. */
  readonly edit?: object;
  /** Where the caret belongs once the edit is made. */
  readonly cursor?: { readonly uri: string; readonly position: Position };
  /** In place of an edit: why not. `overridable`: the same with a reason in `wishes.override` is answered. */
  readonly refused?: {
    readonly reason: string;
    readonly reasons: readonly RefactorReason[];
    readonly overridable: boolean;
  };
  /** What can't be kept, or should be known, before anything is written. */
  readonly warnings: readonly string[];
  /** What the results speak for; of `recordDecision` alone, refused or not. */
  readonly recommended?: {
    readonly value: 'scale' | 'iterate' | 'kill' | 'inconclusive';
    readonly reasons: readonly RefactorReason[];
  };
  /** Whether the present stage may be left; of `advanceStage` alone, refused or not. */
  readonly gate?: {
    readonly value: 'advance' | 'hold' | 'rollBack';
    readonly stage: string;
    readonly reasons: readonly RefactorReason[];
  };
}

/** Client → server: the bets of the workspace as cards, or what has changed of them. */
export const boardRequest = 'betwright/board';

export interface BoardQuestion {
  /** What the client knows already: the revision of an earlier answer of this server. */
  readonly since?: number;
}

export interface BoardAnswer extends BoardData {
  readonly revision: number;
  /** The workspace has been read: before that, what is missing may still come. */
  readonly isComplete: boolean;
  /** `files` is everything; else it is what has changed since, file by file. */
  readonly isWhole: boolean;
  /** Files that hold no bet any more. */
  readonly gone: readonly string[];
}

/** Client → server: the edit that moves a bet to another status. Nothing is written. */
export const moveBetRequest = 'betwright/moveBet';

export interface MoveBetQuestion {
  readonly uri: string;
  readonly id: string;
  readonly to: Status;
}

/** A `WorkspaceEdit`, or why there is none. `undecided`: it can’t be concluded before a decision is recorded. */
export type MoveBetAnswer =
  | { readonly edit: object }
  | { readonly refused: 'undecided' }
  | { readonly refused: 'reason'; readonly reason: string };

/** Client → server: what concluded bets taught. */
export const learningsRequest = 'betwright/learnings';

export interface LearningsAnswer extends LearningsData {
  readonly isComplete: boolean;
}

/** Commands that code actions and lenses run; the client registers them, asks, and sends `refactorRequest`. */
export const refactorCommands = {
  startRetro: 'betwright.startRetro',
  advanceStage: 'betwright.advanceStage',
  recordDecision: 'betwright.recordDecision',
  planRollout: 'betwright.planRollout',
  setLaunchTier: 'betwright.setLaunchTier',
  extract: 'betwright.extract',
  inline: 'betwright.inline',
  convert: 'betwright.convert',
} as const satisfies Readonly<Record<RefactorWishes['name'], string>>;

/** Argument of all of `refactorCommands`. */
export interface RefactorArguments {
  readonly uri: string;
  readonly id: string;
  /** Of `extract` and `inline`. */
  readonly part?: PartKind;
}

/** Commands that lenses run; the client registers them. */
export const revealCommand = 'betwright.reveal';
export const fixCommand = 'betwright.applyFix';
/** Its argument is `AdoptQuestion`; without one it means the active editor. */
export const adoptCommand = 'betwright.adopt';

/** Shows why something is as it is, as a list that leads to the places. */
export const reasonsCommand = 'betwright.showReasons';

/** Argument of `reasonsCommand`. */
export interface ReasonsArguments {
  readonly title: string;
  readonly reasons: readonly { readonly text: string; readonly uri: string; readonly range: Range }[];
}

/** Argument of `revealCommand`. */
export interface RevealArguments {
  readonly uri: string;
  readonly range: Range;
}

/**
 * Server → client, for folders that lie on no disk (and for all folders in the browser): the URIs of the files below a
 * folder that end in `.yaml`, `.yml` or `.md`, folders of tools left out. The answer is a list of strings.
 */
export const listFilesRequest = 'betwright/listFiles';

export interface ListFilesQuestion {
  /** A workspace folder, or a folder in one, as a URI. The answer is empty where there is no such folder. */
  readonly folder: string;
}

/**
 * Server → client, as above: the text of a file, decoded as UTF-8. Null where it is gone, no regular file, larger than
 * 8 MB, or can't be read.
 */
export const readFileRequest = 'betwright/readFile';

export interface ReadFileQuestion {
  readonly uri: string;
}
