import { kinds, type Kind } from '../../../schema/kinds.ts';
import type { FieldInfo, ObjectShape } from '../../../schema/shape.ts';
import { spanOf, type Span } from '../../../text/span.ts';
import { keepsBlocksApart } from '../../gaps.ts';
import type { CompletionItem, CompletionList } from '../item.ts';
import { noItems, snippetText } from '../item.ts';
import type { FieldInfos } from '../question.ts';
import type { Surroundings } from '../surroundings.ts';
import { candidatesFor, listLimit } from '../values.ts';
import { wantedFields } from '../wanted.ts';
import { fieldDocumentation, fieldGist, shapeWords } from './describe.ts';
import { blockTemplate } from './block-template.ts';
import { exceptionItems } from './exception.ts';
import { fieldSnippet, itemSnippet, type SnippetSources } from './field-snippet.ts';
import { indentBelow } from './below.ts';
import { outerFields } from './outer-fields.ts';
import { textOf, type LooseMap } from './loose-tree.ts';
import { yamlPlace, type FieldPlace, type ValuePlace } from './place.ts';
import { readLoosely, type LooseDocument } from './loose.ts';
import { scalarText } from './scalar.ts';

export interface YamlQuestion {
  readonly text: string;
  readonly caret: number;
  /** The YAML document in the text. */
  readonly span: Span;
  readonly kind: Kind;
  /** The kind that the file's name says. */
  readonly suffixKind: Kind | undefined;
  readonly document: LooseDocument;
  readonly around: Surroundings;
  readonly infos: FieldInfos;
}

/** What fits at the caret in YAML, or in the front matter of a Markdown file. */
export function completeYaml(question: YamlQuestion): CompletionList {
  const { text, caret, span } = question;
  const here = completeHere(question);
  if (here === undefined) return noItems;
  const outer = outerFields(text, caret, span, (shifted, at, within) => {
    const document = readLoosely(shifted, within, at);
    return completeHere({ ...question, text: shifted, caret: at, span: within, document })?.items ?? [];
  });
  const own = new Set(here.items.map(({ label }) => label));
  return { ...here, items: [...here.items, ...outer.filter(({ label }) => !own.has(label))] };
}

/** Undefined where nothing has its place: further lines of a text, or what nobody knows. */
function completeHere(question: YamlQuestion): CompletionList | undefined {
  const { document, kind } = question;
  const place = document.target && yamlPlace(kind, document.root, document.target);
  if (place === undefined) return undefined;
  return place.type === 'field' ? fieldItems(question, place) : valueItems(question, place);
}

function fieldItems(question: YamlQuestion, place: FieldPlace): CompletionList {
  const { object, entry, map, flow } = place;
  const typed = question.text.slice(entry.keySpan.start, question.caret);
  // A sentence is being written, and no field.
  if (place.orText && typed !== '' && !Object.keys(object.fields).some(field => field.startsWith(typed)))
    return noItems;
  if (entry.colon === undefined && /\s/.test(entry.key)) return noItems;
  const opens = entry.colon === undefined && !flow && isFurtherInBelow(question, place);
  if (opens && typed === '') return noItems;
  const written = new Set(map?.entries.flatMap(each => (each === entry ? [] : [each.key])));
  const path = namesOf(place.path);
  const first = wantedFields(object.name, path);
  const fields = Object.keys(object.fields).filter(field => !written.has(field) && isOffered(question, place, field));
  const inOrder = [...first.filter(field => fields.includes(field)), ...fields.filter(field => !first.includes(field))];
  const sources: SnippetSources = { infos: question.infos, around: question.around, flow, beside: besideIn(map) };
  const infos = Object.hasOwn(question.infos, object.name) ? question.infos[object.name] : undefined;
  const items = inOrder.map(field =>
    fieldItem(question, place, field, infos?.[field], () => {
      if (opens) return `${field}:`;
      const block = flow ? undefined : blockTemplate(object.name, field, question.around);
      return withGap(question, place, block ?? fieldSnippet(object, field, path, sources));
    }),
  );
  if (entry.colon === undefined && !flow) items.push(...exceptionItems(question.around, typed, entry.keySpan));
  if (!place.wantsDash) return { items, isIncomplete: false };
  return { items: [newItem(question, place, object, path, sources), ...items], isIncomplete: false };
}

/** A block of several lines is kept apart from what stands above it, where the document does so. */
function withGap(
  { text, caret, span }: YamlQuestion,
  { column, flow, wantsDash }: FieldPlace,
  snippet: string,
): string {
  if (column > 0 || flow || wantsDash || !snippet.includes('\n')) return snippet;
  const above = text.slice(span.start, caret).replace(/[^\r\n]*$/, '');
  const below = text.slice(caret, span.end).replace(/^[^\r\n]*(?:\r\n|\r|\n)?/, '');
  const [last = ''] = /[^\r\n]*(?:\r\n|\r|\n)$/.exec(above.slice(-500)) ?? [];
  // A comment above it is about it.
  if (last.trim() === '' || last.trimStart().startsWith('#')) return snippet;
  const rest = above + below;
  return keepsBlocksApart(rest, spanOf(0, rest.length), 0) ? `\n${snippet}` : snippet;
}

/** Whether the lines below would then belong to what is put in here. */
function isFurtherInBelow({ text, caret }: YamlQuestion, { column }: FieldPlace): boolean {
  return indentBelow(text, caret, text.length) > column;
}

/** `kind` belongs to a document's top, and is needed where the file's name does not say it. */
function isOffered({ suffixKind, kind }: YamlQuestion, { path, object }: FieldPlace, field: string): boolean {
  if (field !== 'kind' || !Object.hasOwn(object.fields, 'kind')) return true;
  return path.length === 0 && suffixKind !== kind;
}

function fieldItem(
  question: YamlQuestion,
  place: FieldPlace,
  field: string,
  info: FieldInfo | undefined,
  snippet: () => string,
): CompletionItem {
  const { object, entry } = place;
  const shape = object.fields[field];
  const isNamed = entry.colon !== undefined;
  const dash = place.wantsDash ? '- ' : '';
  return {
    label: field,
    kind: 'field',
    detail: shape === undefined ? '' : shapeWords(shape),
    gist: fieldGist(info),
    documentation: fieldDocumentation(field, info),
    span: spanWith(question, entry.keySpan),
    snippet: isNamed ? keyText(question, entry.keySpan, field) : placed(question, place.column, `${dash}${snippet()}`),
    filter: isNamed ? keyText(question, entry.keySpan, field) : field,
  };
}

/** A key that stands in quotes keeps them. */
function keyText({ text }: YamlQuestion, span: Span, field: string): string {
  const quote = text[span.start];
  return quote === '"' || quote === "'" ? `${quote}${field}${quote}` : field;
}

/** A whole item with the fields that it should not be without. */
function newItem(
  question: YamlQuestion,
  place: FieldPlace,
  object: ObjectShape,
  path: readonly string[],
  sources: SnippetSources,
): CompletionItem {
  const wanted = wantedFields(object.name, path);
  return {
    label: `- ${wanted[0] ?? ''}`,
    kind: 'field',
    detail: `one more, with ${wanted.slice(1).join(', ')}`,
    span: spanWith(question, place.entry.keySpan),
    snippet: placed(question, place.column - 2, itemSnippet(object, path, sources)),
    filter: `- ${wanted.join(' ')}`,
  };
}

/** Further lines stand where the field stands. */
function placed({ document }: YamlQuestion, column: number, snippet: string): string {
  const body = snippet.replace(/\n(?=.)/g, `\n${' '.repeat(Math.max(0, column))}`);
  return document.needsBlank ? ` ${body}` : body;
}

function valueItems(question: YamlQuestion, place: ValuePlace): CompletionList {
  const { scalar, field, object, map, list, flow, wantsDash } = place;
  if (scalar.isContinued === true || scalar.style === 'block') return noItems;
  if (field === 'kind') return kindItems(question, place);
  const typed = question.text.slice(scalar.span.start, question.caret);
  const infos = Object.hasOwn(question.infos, object) ? question.infos[object] : undefined;
  const { candidates, isIncomplete } = candidatesFor({
    object,
    field,
    leaf: place.shape,
    info: infos?.[field],
    around: question.around,
    path: namesOf(place.path),
    beside: besideIn(map),
    listed: list?.items.flatMap(item => (item === scalar ? [] : (textOf(item) ?? []))) ?? [],
    typed,
    limit: listLimit,
  });
  const isText = place.shape.type === 'leaf' && place.shape.reading === 'text';
  const items = candidates.map(({ text, kind, detail, also }): CompletionItem => {
    const written = scalarText(text, { style: scalar.style, closed: scalar.closed, flow }, isText);
    return {
      label: text,
      kind,
      ...(detail !== undefined && { detail }),
      span: spanWith(question, scalar.span),
      snippet: `${question.document.needsBlank ? ' ' : ''}${wantsDash ? '- ' : ''}${snippetText(written)}`,
      filter: also === undefined ? text : `${text} ${also}`,
    };
  });
  return { items, isIncomplete };
}

function kindItems(question: YamlQuestion, place: ValuePlace): CompletionList {
  const { scalar, path } = place;
  const { suffixKind } = question;
  if (path.length > 1) return noItems;
  const items = (suffixKind === undefined ? kinds : [suffixKind]).map((word): CompletionItem => ({
    label: word,
    kind: 'word',
    span: spanWith(question, scalar.span),
    snippet: `${question.document.needsBlank ? ' ' : ''}${word}${scalar.closed ? '' : scalar.style === 'double' ? '"' : "'"}`,
    filter: word,
  }));
  return { items, isIncomplete: false };
}

/** What is replaced reaches to the caret at least. */
function spanWith({ caret }: YamlQuestion, span: Span): Span {
  return spanOf(Math.min(span.start, caret), Math.max(span.end, caret));
}

function besideIn(map: LooseMap | undefined): (field: string) => string | undefined {
  return field => textOf(map, field);
}

function namesOf(path: readonly { readonly field: string | undefined }[]): readonly string[] {
  return path.flatMap(({ field }) => field ?? []);
}
