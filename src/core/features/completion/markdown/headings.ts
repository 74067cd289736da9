import { phraseOf } from '../../../model/markdown/phrase.ts';
import { vocabulary } from '../../../model/markdown/vocabulary.ts';
import { shapeAt } from '../../../model/markdown/draft.ts';
import { addDays } from '../../../model/values/date.ts';
import { parseSnippet, printSnippet, type SnippetPart } from '../../../templates/snippet-syntax.ts';
import { spanOf, type Span } from '../../../text/span.ts';
import { noItems, withDefaults, type CompletionItem, type CompletionList } from '../item.ts';
import { areaAt, topArea, headingMeaningIn, labelField, labelsIn, type Area } from './areas.ts';
import { forms, stageSections, usualLabels, type FormSection } from './forms.ts';
import { labelIn, type BodyLines } from './lines.ts';
import type { MarkdownContext } from './values.ts';

/** Headings that the kind's form has and the document has not, for a line that begins with `#`. */
export function headingItems(context: MarkdownContext, found: BodyLines): CompletionList {
  const line = found.lines[found.at];
  if (line === undefined) return noItems;
  const lead = /^\s*/.exec(line.text)?.[0].length ?? 0;
  const span = spanOf(line.span.start + lead, line.span.end);
  if (context.caret < span.start) return noItems;
  const typed = /^#+/.exec(line.text.slice(lead))?.[0].length ?? 1;
  const title = found.lines.some((each, index) => index !== found.at && each.depth === 1)
    ? undefined
    : titleItem(context, span);
  const items = typed === 1 && title ? [title] : [];
  // One `#` asks for any heading, two or more for one of that depth.
  const depths = typed === 1 ? undefined : typed;
  return { items: [...items, ...sectionItems(context, found, span, depths, typed)], isIncomplete: false };
}

function titleItem({ around }: MarkdownContext, span: Span): CompletionItem {
  const word = vocabulary.titles[around.kind]?.[0] ?? around.kind;
  return {
    label: `# ${word}: …`,
    kind: 'heading',
    detail: 'title',
    span,
    snippet: `# ${word}: \${1:Title}`,
    filter: `# ${word}`,
  };
}

/** On an empty line, or where a label begins: the labels and the table of the section, then further sections. */
export function beginningItems(context: MarkdownContext, found: BodyLines): CompletionList {
  const line = found.lines[found.at];
  if (line?.span.end !== context.caret) return noItems;
  const typed = /^(\s*(?:[-*+] )?)(\*{0,2}[\p{L} ]{0,30})$/u.exec(line.text);
  if (typed === null) return noItems;
  const [, lead = '', word = ''] = typed;
  const above = found.lines[found.at - 1];
  // Below a line of prose stands more of it.
  const isProse = above?.depth === 0 && above.text.trim() !== '' && !labelIn(above);
  if (isProse || lead.length > 3) return noItems;
  const span = spanOf(line.span.start + lead.length, line.span.end);
  const labels = labelItems(context, found, span);
  if (word !== '') {
    const wanted = word.replace(/^\*+/, '').toLowerCase();
    const fitting = labels.filter(({ filter }) => filter.slice(2).toLowerCase().startsWith(wanted));
    const isLabel = word.startsWith('*') || wanted !== '';
    const items = fitting.map(item => (word.startsWith('*') ? item : { ...item, filter: item.filter.slice(2) }));
    return { items: isLabel ? items : [], isIncomplete: true };
  }
  if (lead !== '') return { items: labels, isIncomplete: false };
  const body = bodyItem(context, found, span);
  return { items: [...body, ...labels, ...sectionItems(context, found, span, undefined, 0)], isIncomplete: false };
}

/** Labels of the section that are not written in it. */
function labelItems(
  { area, around, front }: MarkdownContext,
  { lines, at }: BodyLines,
  span: Span,
): readonly CompletionItem[] {
  const place = area.section === undefined ? area.kind : `${area.kind} ${area.section}`;
  const labels = Object.hasOwn(usualLabels, place) ? (usualLabels[place] ?? []) : [];
  const { tables, shape } = labelsIn(area);
  const written = new Set<string>();
  for (let index = area.heading + 1; index < lines.length && lines[index]?.depth === 0; index++) {
    const line = lines[index];
    const label = line && index !== at ? labelIn(line) : undefined;
    const meaning = label && labelField(area, label.label)?.meaning;
    if (meaning !== undefined) written.add(meaning);
    else if (label)
      for (const each of labels) if (wordsOf(tables, each).includes(phraseOf(label.label))) written.add(each);
  }
  return labels.flatMap(meaning => {
    const word = labelWord(tables, meaning);
    if (word === undefined || written.has(meaning)) return [];
    if (area.kind === around.kind && front.has(meaning.split('.', 1)[0] ?? '')) return [];
    const isList = shapeAt(shape, meaning)?.type === 'list' && !['attendees', 'tags'].includes(meaning);
    return [
      {
        label: `${word}:`,
        kind: 'field' as const,
        detail: meaning,
        span,
        snippet: isList ? `**${word}:**\n- [ ] $1` : `**${word}:** $1`,
        filter: `**${word}:**`,
      },
    ];
  });
}

function wordsOf(tables: readonly string[], meaning: string): readonly string[] {
  return tables.flatMap(table => vocabulary.labels[table]?.[meaning] ?? []).map(phraseOf);
}

function labelWord(tables: readonly string[], meaning: string): string | undefined {
  for (const table of tables) {
    const [first] = vocabulary.labels[table]?.[meaning] ?? [];
    if (first !== undefined) return first;
  }
  return undefined;
}

/** The table or text that a section begins with, where nothing stands in it. */
function bodyItem(context: MarkdownContext, { lines, at }: BodyLines, span: Span): readonly CompletionItem[] {
  const { area } = context;
  const form = forms[area.kind].find(({ meaning }) => meaning === area.section);
  if (form === undefined || form.body === '' || form.body === '$1' || area.isStage) return [];
  for (let index = area.heading + 1; index < lines.length && lines[index]?.depth === 0; index++)
    if (index !== at && lines[index]?.text.trim() !== '') return [];
  const snippet = filled(context, form.body);
  const first = (withDefaults(snippet).split('\n')[0] ?? '').replace(/^\| | \|$/g, '');
  const heading = headingOf(area, form.meaning);
  return [
    {
      label: first,
      kind: 'template',
      ...(heading !== undefined && { detail: heading }),
      span,
      snippet,
      filter: first,
    },
  ];
}

/** Sections that fit here and are not written, with what they begin with. */
function sectionItems(
  context: MarkdownContext,
  found: BodyLines,
  span: Span,
  depth: number | undefined,
  typed: number,
): readonly CompletionItem[] {
  const usual = topDepth(found);
  const isEmpty = isEmptyBelow(found);
  const item = (heading: string, at: number, body: string): CompletionItem => ({
    label: `${'#'.repeat(at)} ${heading}`,
    kind: 'heading',
    span,
    snippet: `${'#'.repeat(at)} ${heading}${isEmpty && body !== '' ? `\n\n${filled(context, body)}` : ''}`,
    filter: `${'#'.repeat(Math.max(1, typed === 0 ? at : typed))} ${heading}`,
  });
  const items: CompletionItem[] = [];
  for (const { holder, at } of openAreas(found, context, usual)) {
    if (depth !== undefined && depth !== at) continue;
    const written = writtenIn(found, holder, context);
    for (const form of forms[holder.kind]) {
      if (form.under !== holder.section || written.has(form.meaning)) continue;
      if (holder.depth === 0 && context.front.has(form.meaning)) continue;
      const heading = headingOf(holder, form.meaning);
      if (heading !== undefined) items.push(item(heading, at, form.body));
    }
    if (holder.kind === 'rollout' && (holder.section === undefined || holder.section === 'stages'))
      for (const { heading, body } of stageSections)
        if (!written.has(phraseOf(heading))) items.push(item(heading, at, body));
  }
  return items;
}

interface OpenArea {
  readonly holder: Area;
  /** Depth of a heading in it. */
  readonly at: number;
}

/** The sections that a new heading may stand in, the innermost first, and the document. */
function openAreas(found: BodyLines, { around }: MarkdownContext, usual: number): readonly OpenArea[] {
  const open: OpenArea[] = [];
  for (let index = found.at - 1, depth = 7; index >= 0 && depth > 1; index--) {
    const line = found.lines[index];
    if (line === undefined || line.depth === 0 || line.depth >= depth) continue;
    depth = line.depth;
    const holder = areaAt(found, index + 1, around.kind);
    if (holder.isOwn && !holder.isStage) open.push({ holder, at: Math.min(6, depth + 1) });
  }
  return [...open, { holder: topArea(around.kind), at: usual }];
}

/** The depth of the document's sections: one below its title. */
function topDepth({ lines, at }: BodyLines): number {
  const depths = lines.flatMap(({ depth }, index) => (depth > 0 && index !== at ? [depth] : []));
  const first = depths[0];
  if (first === undefined) return 2;
  const others = depths.slice(1);
  return others.length > 0 && others.every(depth => depth >= first) && others.includes(first) && first > 1
    ? first
    : Math.min(6, first + 1);
}

/** Meanings of the headings that stand anywhere in this document, as they are read in this section. */
function writtenIn({ lines, at }: BodyLines, holder: Area, { around }: MarkdownContext): ReadonlySet<string> {
  const written = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.depth === 0 || index === at) continue;
    written.add(phraseOf(line.title));
    const area = areaAt({ lines, at }, index + 1, around.kind);
    const own = area.sections.at(-1);
    if (own !== undefined) written.add(own);
    const meaning = headingMeaningIn(holder, line.title);
    if (meaning !== undefined && area.kind === holder.kind) written.add(meaning);
  }
  return written;
}

function headingOf({ kind }: Area, meaning: FormSection['meaning']): string | undefined {
  return vocabulary.headings[kind]?.[meaning]?.[0];
}

/** Whether nothing but the next heading follows. */
function isEmptyBelow({ lines, at }: BodyLines): boolean {
  for (const line of lines.slice(at + 1)) {
    if (line.depth > 0) return true;
    if (line.text.trim() !== '') return false;
  }
  return true;
}

const usualTimebox = 42;

/** A body with what is known of dates and names filled in; where nobody knows the end of the timebox, a stop at which nothing stands. */
function filled({ around }: MarkdownContext, body: string): string {
  const { settings } = around.judge;
  const values: Readonly<Record<string, string | undefined>> = {
    today: settings.today,
    usualEnd: addDays(settings.today, usualTimebox),
    timeboxEnd: around.timebox.end ?? '',
    owner: around.catalog.names('person')[0],
    // What a metric drives stands a tier up, if it stands anywhere.
    lagging: around.metrics.find(({ tier }) => tier === 'lagging')?.name ?? '',
    core: around.metrics.find(({ tier }) => tier === 'core')?.name ?? '',
  };
  const fill = (part: SnippetPart): SnippetPart => {
    if (part.type === 'token') return { type: 'text', text: values[part.name] ?? part.fallback };
    if (part.type !== 'stop') return part;
    return { ...part, content: part.content.map(fill).filter(inner => inner.type !== 'text' || inner.text !== '') };
  };
  return printSnippet(parseSnippet(body).map(fill));
}
