import { firstState, type HierarchyState } from './hierarchy/state.ts';
import type { PreviewSubject } from './messages.ts';

/** What the page remembers while it is hidden and over a restart of the window. */
export interface PreviewState {
  readonly subject: PreviewSubject;
  readonly top: number;
  /** What the reader has opened (true) or closed, by name. */
  readonly folds: Readonly<Record<string, boolean>>;
  readonly picture: HierarchyState;
}

export type Remembered = Omit<PreviewState, 'subject'> & { readonly uri: string | undefined };

/** What this page wrote itself, perhaps in an older version. */
export function asState(value: unknown): Remembered {
  const { subject, top, folds, picture } = asRecord(value);
  const { uri } = asRecord(subject);
  return {
    uri: typeof uri === 'string' ? uri : undefined,
    top: numberOf(top),
    folds: Object.fromEntries(
      Object.entries(asRecord(folds)).flatMap(([name, open]) => (typeof open === 'boolean' ? [[name, open]] : [])),
    ),
    picture: asPicture(asRecord(picture)),
  };
}

function asPicture({ zoom, left, top, search, collapsed, current }: Readonly<Record<string, unknown>>): HierarchyState {
  const ids: readonly unknown[] = Array.isArray(collapsed) ? collapsed : [];
  return {
    ...firstState,
    ...(((typeof zoom === 'number' && Number.isFinite(zoom)) || zoom === 'width' || zoom === 'whole') && { zoom }),
    left: numberOf(left),
    top: numberOf(top),
    ...(typeof search === 'string' && { search }),
    collapsed: ids.filter(id => typeof id === 'string'),
    ...(typeof current === 'string' && { current }),
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
