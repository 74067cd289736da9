/** What the preview's page and the extension say to each other. Both sides check what they are told. */
export type ToPreview = PictureMessage | NoticeMessage | CaretMessage;

export type FromPreview = ReadyMessage | RevealMessage | AdoptMessage;

/** A picture, or in words why there is none. */
export interface PictureMessage {
  readonly type: 'picture';
  /** Counts the pictures: who answers says which one it means. */
  readonly serial: number;
  readonly state: 'current' | 'stale' | 'none';
  readonly svg: string;
  readonly table: string;
  /** The file from which it was drawn. */
  readonly fileName: string;
  /** What to say above the picture, or in its place; empty where all is well. */
  readonly notice: string;
  readonly subject: PreviewSubject;
  /** In place of a picture: what could be read of a document that is no artifact. */
  readonly read?: ReadDocument;
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

/** Something to say while the picture stays as it is; empty takes it away. */
export interface NoticeMessage {
  readonly type: 'notice';
  readonly notice: string;
}

/** Where the caret stands in the file of the picture; -1 where it is in another one. */
export interface CaretMessage {
  readonly type: 'caret';
  readonly offset: number;
}

/** The page has loaded, anew perhaps, and waits for a picture. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** A metric was clicked: go to where it is written. Which file that is, the extension knows from the picture. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly serial: number;
  readonly start: number;
  readonly end: number;
}

/** The offer to adopt the document that is shown was taken. */
export interface AdoptMessage {
  readonly type: 'adopt';
  readonly serial: number;
}

/** Whose metrics are shown. */
export interface PreviewSubject {
  readonly uri: string;
  readonly offset?: number;
}

/** What the page remembers while it is hidden and over a restart of the window. */
export interface PreviewState {
  readonly subject: PreviewSubject;
  readonly zoom: number | 'fit';
  readonly left: number;
  readonly top: number;
}

export function asToPreview(value: unknown): ToPreview | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'picture':
      return isPicture(value) ? (value as unknown as PictureMessage) : undefined;
    case 'notice':
      return typeof value['notice'] === 'string' ? { type: 'notice', notice: value['notice'] } : undefined;
    case 'caret':
      return Number.isSafeInteger(value['offset']) ? { type: 'caret', offset: value['offset'] as number } : undefined;
    default:
      return undefined;
  }
}

export function asFromPreview(value: unknown): FromPreview | undefined {
  if (!isRecord(value)) return undefined;
  const { type, serial, start, end } = value;
  if (type === 'ready') return { type };
  if (type === 'adopt' && isCount(serial)) return { type, serial };
  if (type === 'reveal' && isCount(serial) && isCount(start) && isCount(end)) return { type, serial, start, end };
  return undefined;
}

export function asSubject(value: unknown): PreviewSubject | undefined {
  if (!isRecord(value) || typeof value['uri'] !== 'string') return undefined;
  const { uri, offset } = value;
  return { uri, ...(isCount(offset) && { offset }) };
}

function isPicture(value: Readonly<Record<string, unknown>>): boolean {
  const texts = ['svg', 'table', 'fileName', 'notice'].every(name => typeof value[name] === 'string');
  const states: readonly unknown[] = ['current', 'stale', 'none'];
  return (
    texts &&
    states.includes(value['state']) &&
    isCount(value['serial']) &&
    asSubject(value['subject']) !== undefined &&
    isReadDocument(value['read'])
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

function isTexts(value: unknown): boolean {
  return isListOf(value, text => typeof text === 'string');
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
