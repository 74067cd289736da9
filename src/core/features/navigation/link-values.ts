import type { AnyArtifact } from '../../model/artifact.ts';
import type { TextValue } from '../../model/located.ts';
import type { Span } from '../../text/span.ts';
import { spanOf } from '../../text/span.ts';
import { isInBody, type Written } from './rewrite.ts';
import { writtenSpan } from './spot.ts';

/** A value of a field that may lead somewhere: `opportunity`, `runbook`, a flag's `url`, `links`, `history`. */
export interface LinkValue {
  readonly value: TextValue;
  /** Whether it is a path whatever it looks like: the others may as well be a sentence. */
  readonly isPath: boolean;
}

const linkFields: ReadonlySet<string> = new Set(['opportunity', 'runbook', 'url', 'history']);

/** All of them in a document, embedded parts included. */
export function linkValuesIn(artifact: AnyArtifact): readonly LinkValue[] {
  const found: LinkValue[] = [];
  collect(artifact.model, undefined, found);
  return found;
}

function collect(value: unknown, field: string | undefined, found: LinkValue[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, undefined, found);
    return;
  }
  const node = value as {
    readonly type?: string;
    readonly value?: unknown;
    readonly items?: unknown;
    readonly entries?: unknown;
  };
  if (node.type === 'text') {
    if (field !== undefined) found.push({ value: value as TextValue, isPath: field === 'history' });
  } else if (node.type === 'list') collect(node.items, undefined, found);
  else if (node.type === 'map' && Array.isArray(node.entries))
    for (const entry of node.entries) collect((entry as { value: unknown }).value, field, found);
  else if (node.type === 'object')
    for (const [name, inner] of Object.entries(value))
      if (linkFields.has(name) || name === 'links' || isNested(inner)) collect(inner, fieldOf(name), found);
}

function fieldOf(name: string): string | undefined {
  return linkFields.has(name) || name === 'links' ? name : undefined;
}

function isNested(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return value.type === 'object' || value.type === 'list';
}

/** What a value leads to, as written, and where that stands. */
export interface LinkTarget {
  readonly type: 'web' | 'path';
  readonly target: string;
  readonly span: Span;
  /** Whether it stands in `[text](target)`. */
  readonly inLink: boolean;
}

/** Where a value leads; undefined for a sentence, for what no editor should open, and for what can't be found in the text again. */
export function targetIn(file: Written, { value, isPath }: LinkValue): LinkTarget | undefined {
  const words = isInBody(file, value.span) ? value.span : writtenSpan(file.text, value.span);
  const raw = file.text.slice(words.start, words.end);
  if (raw.length > longest) return undefined;
  const link = isPath ? undefined : linkForm.exec(raw);
  const target = (link?.[1] ?? link?.[2] ?? raw).trim();
  const type = typeOf(target, isPath || (link !== null && link !== undefined));
  if (type === undefined) return undefined;
  const at = link ? raw.lastIndexOf(target) : raw.indexOf(target);
  const span = spanOf(words.start + at, words.start + at + target.length);
  return { type, target, span, inLink: link !== undefined && link !== null };
}

const longest = 2_000;

/** `[text](target)`, `[text](<target>)`, with a title or without. */
const linkForm = /^\[[^\]]{0,500}\]\(\s*(?:<([^<>]{1,1000})>|([^\s()<>]{1,1000}))(?:\s+["'(][^"')]{0,300}["')])?\s*\)$/;

function typeOf(target: string, isSurelyLink: boolean): LinkTarget['type'] | undefined {
  if (/^(?:https?:\/\/|mailto:)[^\s<>"]+$/i.test(target)) return 'web';
  if (target === '' || /[\r\n]/.test(target) || hasScheme.test(target) || target.startsWith('#')) return undefined;
  if (isSurelyLink) return 'path';
  // A word that ends as file names do; a sentence has blanks.
  return /^[^\s]*\.[A-Za-z][A-Za-z0-9]{0,7}(?:[#?][^\s]*)?$/.test(target) ? 'path' : undefined;
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

/** A path without what follows `#` or `?`, and the part behind `#`. */
export function dividePath(target: string): {
  readonly path: string;
  readonly rest: string;
  readonly fragment: string;
} {
  const at = target.search(/[#?]/);
  const path = at === -1 ? target : target.slice(0, at);
  const hash = target.indexOf('#');
  return { path, rest: target.slice(path.length), fragment: hash === -1 ? '' : target.slice(hash + 1) };
}
