import { metricKey, metricKeys, metricsOf } from '../../model/tiers.ts';
import type { Span } from '../../text/span.ts';
import type { ReadFile } from '../../workspace/workspace.ts';
import type { TextEdit } from '../edits.ts';
import { furtherWords } from './further-words.ts';
import type { Sight } from './metric-meaning.ts';
import { mentionsInFile, referencesTo, type FoundMention } from './references.ts';
import {
  calledBy,
  nameOf,
  newWordsFor,
  refused,
  whyNot,
  wordsOf,
  type Refusal,
  type RenameSubject,
} from './rename-subject.ts';
import { aliasAt, anchorBefore, isInBody, rewrite } from './rewrite.ts';
import { saysTheSame } from './same-model.ts';
import { textAfter } from './shifted.ts';
import { writtenSpan, type Subject } from './spot.ts';

/** The edits of each file, in order and apart from each other. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

export interface Renaming {
  readonly type: 'edits';
  readonly edits: FileEdits;
}

/** The files that a renaming looks at: those that mention the subject, and those that can't be read and may. */
export function filesOfRename(subject: RenameSubject, sight: Sight): readonly string[] {
  const files = new Set(mentionsOf(subject, sight).map(({ file }) => file));
  for (const file of brokenFiles(sight)) files.add(file);
  return [...files];
}

/**
 * Another id or name for the subject, everywhere. Only the characters of the id or name are changed, and each file is read
 * again with them: where it would then say anything else than before, nothing is renamed, and it is said why.
 * @param textOf the text from which the workspace was made of each of `filesOfRename`
 */
export function rename(
  subject: RenameSubject,
  wanted: string,
  sight: Sight,
  textOf: (file: string) => string | undefined,
): Renaming | Refusal {
  const newText = wanted.trim();
  if (newText === oldWords(subject)) return { type: 'edits', edits: new Map() };
  const reason = whyNot(subject, newText, sight);
  if (reason !== undefined) return refused(reason);
  const broken = brokenFiles(sight).find(file => mayMention(textOf(file) ?? '', subject));
  if (broken !== undefined)
    return refused(`${nameOf(broken)} mentions it and can't be read at the moment. Mend that file first.`);
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [file, mentions] of byFile(mentionsOf(subject, sight))) {
    const text = textOf(file);
    const read = text === undefined ? undefined : sight.workspace.read(file, text);
    if (read === undefined) return refused(`${nameOf(file)} mentions it and can't be read. Nothing was renamed.`);
    const own = renameInFile(file, read, mentions, subject, newText, sight);
    if ('type' in own) return own;
    if (own.length > 0) edits.set(file, own);
  }
  return { type: 'edits', edits };
}

/** New text for references to an artifact only: its id is the name of a file that is about to be called otherwise. */
export function renameReferences(
  subject: Extract<RenameSubject, { about: 'artifact' }>,
  newText: string,
  sight: Sight,
  textOf: (file: string) => string | undefined,
): FileEdits {
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [file, mentions] of byFile(referencesTo(subject, sight))) {
    const text = textOf(file);
    const read = text === undefined ? undefined : sight.workspace.read(file, text);
    const own = read && renameInFile(file, read, mentions, subject, newText, sight);
    // One that can't be kept right is left, and is then found as a reference to nothing.
    if (own !== undefined && !('type' in own) && own.length > 0) edits.set(file, own);
  }
  return edits;
}

function renameInFile(
  file: string,
  read: ReadFile,
  mentions: readonly FoundMention[],
  subject: RenameSubject,
  newText: string,
  sight: Sight,
): readonly TextEdit[] | Refusal {
  const { parsed } = read;
  const edits = editsAt(file, read, mentions, subject, newText);
  if ('type' in edits) return edits;
  const accepted = acceptedWords(subject, newText);
  const words = {
    areOld: (text: string) => areOld(subject, text),
    areNew: (text: string) => accepted.some(each => text.trim().startsWith(each)),
  };
  const check = (all: readonly TextEdit[]): boolean => {
    const after = textAfter(parsed.text, all);
    const again = sight.workspace.read(file, after);
    if (again === undefined) return false;
    return saysTheSame(
      { written: parsed, model: read.model },
      { written: again.parsed, model: again.model },
      all,
      words,
    );
  };
  if (check(edits)) return edits;
  // What the model does not keep apart in Markdown may hang on the words: where they are changed too, all is as it was.
  for (const which of ['same', 'beginning'] as const) {
    const more = inOrder([...edits, ...furtherEdits(read, subject, newText, which)]);
    if (more.length > edits.length && check(more)) return more;
  }
  return refused(
    `${nameOf(file)} would not be read as before with "${newText}" in it. Choose another, or change that file by hand.`,
  );
}

function editsAt(
  file: string,
  { parsed }: ReadFile,
  mentions: readonly FoundMention[],
  subject: RenameSubject,
  newText: string,
): readonly TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  const aliases = new Set<string>();
  const anchors = new Set<string>();
  for (const { mention, span } of mentions) {
    const isSentence = mention.role === 'sentence';
    const alias = aliasAt(parsed, span);
    const inner = writtenSpan(parsed.text, mention.span);
    const length = isSentence ? span.end - span.start : undefined;
    const written = parsed.text.slice(inner.start, length === undefined ? inner.end : inner.start + length);
    if (alias === undefined && !isRenamed(mention.role, written, subject)) continue;
    if (alias !== undefined) {
      aliases.add(alias);
      continue;
    }
    if (isSentence && !mention.text.startsWith(written)) continue;
    const words = subject.about === 'metric' ? newWordsFor(written, subject, newText) : newText;
    const edit = rewrite(parsed, mention.span, words, length);
    if (edit === undefined) return refused(`${nameOf(file)} writes it over several lines. Write it on one first.`);
    const anchor = isInBody(parsed, span) ? undefined : anchorBefore(parsed, edit.span.start);
    if (anchor !== undefined) anchors.add(anchor);
    edits.push(edit);
  }
  for (const alias of aliases)
    if (!anchors.has(alias)) return refused(`It is written once for several places, as "&${alias}". Change it there.`);
  return inOrder(edits);
}

/** A metric's id and its name are two things: a mention goes along with the one that it uses. */
function isRenamed(role: FoundMention['mention']['role'], written: string, subject: RenameSubject): boolean {
  if (subject.about === 'artifact') return true;
  if (role === 'id' || role === 'name') return role === subject.by;
  return calledBy(written, subject.place.metric) === subject.by;
}

/** Places with the same words, or also with a beginning of them that no other metric of the hierarchy has. */
function furtherEdits(
  { parsed }: ReadFile,
  subject: RenameSubject,
  newText: string,
  which: 'same' | 'beginning',
): readonly TextEdit[] {
  const old = metricKey(oldWords(subject));
  const others =
    subject.about === 'metric' && which === 'beginning'
      ? metricsOf(subject.place.part.model).filter(({ metric }) => metric !== subject.place.metric.metric)
      : undefined;
  const isMeant = (words: string): boolean => {
    if (subject.about === 'artifact') return words === subject.id;
    const key = metricKey(words);
    if (key === old || others === undefined || key === '') return key === old;
    return old.startsWith(key) && !others.some(other => metricKeys(other).some(each => each.startsWith(key)));
  };
  return furtherWords(parsed, isMeant).flatMap(span => rewrite(parsed, span, newText) ?? []);
}

/** In order, each place once. */
function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.filter(({ span }, index) => index === 0 || span.start >= endOf(sorted[index - 1]?.span));
}

function endOf(span: Span | undefined): number {
  return span?.end ?? 0;
}

/** What an edited place may say before. */
function knownWords(subject: RenameSubject): readonly string[] {
  return subject.about === 'artifact' ? [subject.id] : [subject.place.metric.id, subject.place.metric.name];
}

/** What it may say afterwards: Markdown calls metrics by their ids where they have some. */
function acceptedWords(subject: RenameSubject, newText: string): readonly string[] {
  if (subject.about === 'artifact') return [newText];
  const { metric } = subject.place;
  const derived = newWordsFor(metric.id, subject, newText);
  return [newText, derived, ...(subject.by === 'name' && metric.metric.id ? [metric.id] : [])];
}

/** Whether a text calls it so, as a sentence begins with it, or, in Markdown, is a beginning of it. */
function areOld(subject: RenameSubject, text: string): boolean {
  const said = metricKey(text);
  return knownWords(subject)
    .map(metricKey)
    .some(words => said.startsWith(words) || (said !== '' && words.startsWith(said)));
}

function oldWords(subject: RenameSubject): string {
  return subject.about === 'artifact' ? subject.id : wordsOf(subject.place.metric, subject.by);
}

function mentionsOf(subject: RenameSubject, sight: Sight): readonly FoundMention[] {
  const asked: Subject = subject.about === 'artifact' ? subject : { about: 'metric', places: [subject.place] };
  const files = new Set(definingFiles(subject, sight));
  const elsewhere = referencesTo(asked, sight).filter(({ file }) => !files.has(file));
  // What may mean another metric as well still means that one afterwards.
  return [...[...files].flatMap(file => mentionsInFile(asked, file, sight)), ...elsewhere].filter(
    ({ certain }) => certain,
  );
}

function definingFiles(subject: RenameSubject, { workspace }: Sight): readonly string[] {
  if (subject.about === 'metric') return [subject.place.part.file];
  return workspace.lookup
    .withId(subject.id)
    .flatMap(target => (target.type === 'part' && target.part.kind === subject.kind ? [target.part.file] : []));
}

function brokenFiles({ workspace }: Sight): readonly string[] {
  return workspace.files().filter(file => (workspace.get(file)?.model.broken.length ?? 0) > 0);
}

/** Whether the words stand anywhere in a text that can't be read. */
function mayMention(text: string, subject: RenameSubject): boolean {
  const folded = text.toLowerCase();
  return knownWords(subject).some(words => folded.includes(words.toLowerCase()));
}

function byFile(mentions: readonly FoundMention[]): ReadonlyMap<string, readonly FoundMention[]> {
  const files = new Map<string, FoundMention[]>();
  for (const found of mentions) {
    const known = files.get(found.file);
    if (known) known.push(found);
    else files.set(found.file, [found]);
  }
  return files;
}
