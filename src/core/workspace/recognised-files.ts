import { mayBeRecognised } from '../model/markdown/first-look.ts';
import { recognise, type Recognised } from '../model/markdown/recognise.ts';
import type { Said } from '../model/markdown/recognised-content.ts';
import type { Progress } from '../model/markdown/task-progress.ts';
import type { Vocabulary } from '../model/markdown/vocabulary.ts';
import type { Tier } from '../model/tiers.ts';
import { parseAnyMarkdown } from '../parse/file.ts';
import type { Kind } from '../schema/kinds.ts';
import { spanOf, type Span } from '../text/span.ts';

/** Markdown in the workspace that reads like an artifact and is none. Short texts, counts and places: nothing of it holds the file's text. */
export interface RecognisedFile {
  readonly file: string;
  readonly kind: Kind;
  readonly title: Said | undefined;
  readonly owner: Said | undefined;
  readonly dates: readonly Said[];
  readonly stages: readonly SaidWith<'reach'>[];
  readonly metrics: readonly (SaidWith<'threshold' | 'target' | 'current'> & { readonly tier: Tier })[];
  readonly checklist: Progress;
  readonly rows: Progress;
  /** Nobody has filled it in, so there is nothing to adopt. */
  readonly isTemplate: boolean;
  /** Where the offer to adopt it stands: its first heading, else its first line. */
  readonly offer: Span;
  /** All of the text behind the front matter. */
  readonly span: Span;
}

type SaidWith<Field extends string> = Said & Readonly<Partial<Record<Field, string>>>;

export interface RecognisedFiles {
  /** Takes in the text of a file that is no artifact; undefined where it is one, or is gone. */
  set(file: string, text: string | undefined, words?: Vocabulary): void;
  get(file: string): RecognisedFile | undefined;
  /** In order of file name. */
  all(): readonly RecognisedFile[];
}

/** @param parse reads Markdown whatever its name; called only for what a cheap look has found worth it */
export function createRecognisedFiles(parse = parseAnyMarkdown): RecognisedFiles {
  const files = new Map<string, RecognisedFile>();
  let sorted: readonly RecognisedFile[] | undefined;
  return {
    set(file, text, words) {
      const parsed = text !== undefined && mayBeRecognised(file, text) ? parse(file, text) : undefined;
      const recognised = parsed && recognise(parsed, file, words);
      if (recognised) files.set(file, kept(file, recognised, parsed.markdown?.span ?? spanOf(0, 0)));
      else if (!files.delete(file)) return;
      sorted = undefined;
    },
    get: file => files.get(file),
    all: () => (sorted ??= [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1))),
  };
}

/** So much of each is kept: enough to be shown, and no more than a page that people read. */
const most = { text: 200, dates: 12, stages: 50, metrics: 100 } as const;

function kept(file: string, found: Recognised, span: Span): RecognisedFile {
  const { kind, checklist, rows, isTemplate, offer } = found;
  return {
    file,
    kind,
    title: saidOf(found.title),
    owner: saidOf(found.owner),
    dates: found.dates.slice(0, most.dates).map(copied),
    stages: found.stages.slice(0, most.stages).map(({ reach, ...said }) => ({
      ...copied(said),
      ...(reach !== undefined && { reach: ownText(reach) }),
    })),
    metrics: found.metrics.slice(0, most.metrics).map(({ tier, threshold, target, current, ...said }) => ({
      ...copied(said),
      tier,
      ...(threshold !== undefined && { threshold: ownText(threshold) }),
      ...(target !== undefined && { target: ownText(target) }),
      ...(current !== undefined && { current: ownText(current) }),
    })),
    checklist,
    rows,
    isTemplate,
    offer,
    span,
  };
}

function saidOf(said: Said | undefined): Said | undefined {
  return said && copied(said);
}

function copied({ text, span }: Said): Said {
  return { text: ownText(text), span };
}

/** A copy of a text's beginning: a slice of a string would keep the whole of the file alive. */
function ownText(text: string): string {
  const characters = [...text.slice(0, 2 * most.text).replace(/\s+/g, ' ')];
  return (characters.length > most.text ? [...characters.slice(0, most.text - 1), '…'] : characters).join('');
}
