/** What the preview's page and the extension say to each other. Both sides check what they are told. */
export type ToPreview = PageMessage | NoticeMessage | CaretMessage;

export type FromPreview = ReadyMessage | RevealMessage | ProblemMessage | FoldMessage | AdoptMessage;

/** A page, or in words why there is none. */
export interface PageMessage {
  readonly type: 'page';
  /** Counts the pages: who answers says which one it means. */
  readonly serial: number;
  readonly state: 'current' | 'stale' | 'none';
  readonly sections: readonly { readonly name: string; readonly html: string }[];
  /** With the caret in such a stretch of a file, what bears this key is lit. */
  readonly areas: readonly PageArea[];
  /** The section that comes into view first. */
  readonly opensAt: string;
  /** The file from which it was drawn. */
  readonly fileName: string;
  /** What to say above the page, or in its place; empty where all is well. */
  readonly notice: string;
  /** What the way to the problem is called; empty where there is none. */
  readonly noticeLink: string;
  readonly subject: PreviewSubject;
  /** In place of a page: what could be read of a document that is no artifact. */
  readonly read?: ReadDocument;
}

/** Files are counted, offsets are UTF-16 offsets into them. */
export interface PageArea {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

export interface ReadDocument {
  readonly title: string;
  /** What it is, and what is not done with it. */
  readonly note: string;
  /** What the button says; empty where there is nothing to adopt. */
  readonly offer: string;
  readonly tables: readonly ReadTable[];
}

/** Without columns each row is a label and what stands behind it. */
export interface ReadTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReadRow[];
}

/** A row that stands somewhere leads there. */
export interface ReadRow {
  readonly cells: readonly string[];
  readonly start?: number;
  readonly end?: number;
  readonly progress?: { readonly done: number; readonly total: number };
}

/** Something to say while the page stays as it is; empty takes it away. */
export interface NoticeMessage {
  readonly type: 'notice';
  readonly notice: string;
}

/** Where the caret stands, in one of the files of the page; -1 where it is in none of them. */
export interface CaretMessage {
  readonly type: 'caret';
  readonly file: number;
  readonly offset: number;
}

/** The page has loaded, anew perhaps, and waits for what it is to show. `collapsed`: what was folded in the picture. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly collapsed?: readonly string[];
}

/** Something was chosen that stands in a file: `look` shows the place, `edit` goes there. Which file it is, the extension knows. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly serial: number;
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly purpose: 'look' | 'edit';
}

/** Go to what keeps the file from being parsed. */
export interface ProblemMessage {
  readonly type: 'problem';
  readonly serial: number;
}

/** Other branches of the picture are to be folded away, named by the ids of the metrics they hang on. */
export interface FoldMessage {
  readonly type: 'fold';
  readonly collapsed: readonly string[];
}

/** The offer to adopt the document that is shown was taken. */
export interface AdoptMessage {
  readonly type: 'adopt';
  readonly serial: number;
}

/** Whose page is shown. */
export interface PreviewSubject {
  readonly uri: string;
  readonly offset?: number;
}

export function asToPreview(value: unknown): ToPreview | undefined {
  if (!isRecord(value)) return undefined;
  const { type, notice, file, offset } = value;
  if (type === 'page') return isPage(value) ? (value as unknown as PageMessage) : undefined;
  if (type === 'notice') return typeof notice === 'string' ? { type, notice } : undefined;
  if (type === 'caret') return isInteger(file) && isInteger(offset) ? { type, file, offset } : undefined;
  return undefined;
}

export function asFromPreview(value: unknown): FromPreview | undefined {
  if (!isRecord(value)) return undefined;
  const { type, serial, file, start, end, purpose, collapsed } = value;
  switch (type) {
    case 'ready':
      return { type, ...(isTexts(collapsed) && { collapsed }) };
    case 'fold':
      return isTexts(collapsed) ? { type, collapsed } : undefined;
    case 'adopt':
    case 'problem':
      return isCount(serial) ? { type, serial } : undefined;
    case 'reveal':
      return isCount(serial) && isCount(file) && isCount(start) && isCount(end) && isPurpose(purpose)
        ? { type, serial, file, start, end, purpose }
        : undefined;
    default:
      return undefined;
  }
}

export function asSubject(value: unknown): PreviewSubject | undefined {
  if (!isRecord(value) || typeof value['uri'] !== 'string') return undefined;
  const { uri, offset } = value;
  return { uri, ...(isCount(offset) && { offset }) };
}

function isPage(value: Readonly<Record<string, unknown>>): boolean {
  const texts = ['opensAt', 'fileName', 'notice', 'noticeLink'].every(name => typeof value[name] === 'string');
  const states: readonly unknown[] = ['current', 'stale', 'none'];
  return (
    texts &&
    states.includes(value['state']) &&
    isCount(value['serial']) &&
    isListOf(value['sections'], isSection) &&
    isListOf(value['areas'], isArea) &&
    asSubject(value['subject']) !== undefined &&
    isReadDocument(value['read'])
  );
}

function isSection(value: unknown): boolean {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['html'] === 'string';
}

function isArea(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value['file']) &&
    isCount(value['start']) &&
    isCount(value['end']) &&
    typeof value['key'] === 'string'
  );
}

function isReadDocument(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isRecord(value) || !['title', 'note', 'offer'].every(name => typeof value[name] === 'string')) return false;
  return isListOf(
    value['tables'],
    table => isRecord(table) && isTexts(table['columns']) && isListOf(table['rows'], isRow),
  );
}

function isRow(value: unknown): boolean {
  if (!isRecord(value) || !isTexts(value['cells'])) return false;
  const { start, end, progress } = value;
  if (![start, end].every(place => place === undefined || isCount(place))) return false;
  return progress === undefined || (isRecord(progress) && isCount(progress['done']) && isCount(progress['total']));
}

function isPurpose(value: unknown): value is RevealMessage['purpose'] {
  return value === 'look' || value === 'edit';
}

function isTexts(value: unknown): value is readonly string[] {
  return isListOf(value, text => typeof text === 'string');
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isCount(value: unknown): value is number {
  return isInteger(value) && value >= 0;
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
