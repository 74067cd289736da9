import type { AnyArtifact } from '../../model/artifact.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { MapNode } from '../../parse/tree.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import type { Kind } from '../../schema/kinds.ts';
import { lineEnding } from '../edits.ts';
import { endOfLine, htmlComment, yamlComments } from './comments.ts';
import { differences, plainIn, plainOf, type Path } from './compare.ts';
import { pageOf } from './markdown-pages.ts';
import { inline, pageLines, type Block, type Page } from './markdown-text.ts';
import { fieldsOf, fieldsOfEntries, isFields, isList, textOfValue, type Fields, type Value } from './value.ts';
import { yamlLines } from './yaml-text.ts';

/**
 * A YAML document as Markdown that says the same: what Markdown has words for goes into the text, the rest stays in
 * front matter, with its comments as they are. Each attempt is read again, and what was not understood in the same way
 * moves to the front matter.
 */
export function toMarkdown(parsed: ParsedFile, artifact: AnyArtifact, root: MapNode, target: string): string {
  const wanted = plainOf(artifact);
  const whole = withId(fieldsOfEntries(root.entries), artifact);
  const source: Source = { parsed, artifact, root, whole };
  let kept: readonly Path[] = [];
  for (let attempt = 0; attempt < 4; attempt++) {
    const text = compose(source, kept);
    const wrong = differences(wanted, plainIn(target, text)).map(path => movable(path, attempt));
    if (wrong.length === 0) return text;
    kept = [...kept, ...wrong];
    if (wrong.some(path => path.length === 0)) break;
  }
  return compose(source, [[]]);
}

interface Source {
  readonly parsed: ParsedFile;
  readonly artifact: AnyArtifact;
  readonly root: MapNode;
  readonly whole: Fields;
}

/** First only what was misunderstood; where that did not help, the whole field. */
function movable(path: Path, attempt: number): Path {
  return attempt < 2 ? path : path.slice(0, 1);
}

function withId(fields: Fields, artifact: AnyArtifact): Fields {
  const known = textOfValue(fields.get('id'))?.trim();
  return known === undefined || known === '' ? fieldsOf([['id', artifact.id], ...fields]) : fields;
}

/** Fields that stand in the front matter whatever Markdown can say. */
const alwaysInFront: ReadonlySet<string> = new Set(['kind', 'id', 'links', '$schema']);

function compose({ parsed, artifact, root, whole }: Source, kept: readonly Path[]): string {
  const { kind } = artifact;
  const all = kept.some(path => path.length === 0);
  const wholly = new Set(kept.flatMap(path => (path.length === 1 ? [String(path[0])] : [])));
  const isFront = (name: string): boolean =>
    all || alwaysInFront.has(name) || wholly.has(name) || !Object.hasOwn(documentShapes[kind].fields, name);
  const deep = kept.filter(path => path.length > 1 && !isFront(String(path[0])));
  const moved = fieldsOf([...whole].filter(([name]) => !isFront(name) && name !== 'title'));
  const rest = deep.length === 0 ? undefined : onlyPaths(moved, deep);
  const title = textOfValue(whole.get('title'))?.trim();
  const chunks = chunksOf(parsed, root);
  const frontLines = [
    ...(textOfValue(fieldsOfEntries(root.entries).get('id')) === undefined && whole.has('id')
      ? yamlLines(new Map([['id', artifact.id]]))
      : []),
    ...frontChunks(source(parsed, root, chunks), isFront),
    ...(rest ? yamlLines(rest) : []),
  ];
  const page = withComments(
    pageOf(kind, deep.length === 0 ? moved : withoutPaths(moved, deep)),
    chunks.flatMap((chunk, index) => {
      const name = chunk.name ?? chunks[index - 1]?.name;
      return name === undefined || isFront(name) ? [] : [[name, commentsIn(parsed, chunk)] as const];
    }),
  );
  const heading = title === undefined || isFront('title') ? undefined : `# ${titleWord[kind]}: ${inline(title)}`;
  const lines = [
    '---',
    ...frontLines,
    '---',
    ...(heading === undefined ? [] : ['', heading]),
    ...leading(pageLines(page, 2)),
    '',
  ];
  const bom = parsed.text.startsWith('\ufeff') ? '\ufeff' : '';
  return bom + lines.join(lineEnding(parsed.text));
}

const titleWord: Readonly<Record<Kind, string>> = {
  bet: 'Bet',
  metrics: 'Metrics',
  rollout: 'Rollout',
  retro: 'Retro',
  launch: 'Launch',
  tracks: 'Dual-track plan',
};

/** Comments under the heading of what they speak of, else at the top. */
function withComments(page: Page, comments: readonly (readonly [field: string, texts: readonly string[]])[]): Page {
  const blocksOf = (texts: readonly string[]): readonly Block[] =>
    grouped(texts).map(text => htmlComment(text).split('\n'));
  const top: Block[] = [];
  let inside = page.inside;
  for (const [field, texts] of comments) {
    if (texts.length === 0) continue;
    const at = inside.findIndex(({ heading }) =>
      heading.toLowerCase().startsWith(headingOf[field] ?? field.toLowerCase()),
    );
    if (at === -1) top.push(...blocksOf(texts));
    else
      inside = inside.map((chapter, index) =>
        index === at ? { ...chapter, blocks: [...blocksOf(texts), ...chapter.blocks] } : chapter,
      );
  }
  return { blocks: [...top, ...page.blocks], inside };
}

/** How the heading begins under which a field stands, where it is not the field's own name. */
const headingOf: Readonly<Record<string, string>> = {
  criteria: 'decision criteria',
  guardrails: 'guardrail',
  stages: 'stage',
  decisions: 'decision log',
  learnings: 'what we learned',
  newHypothesis: 'new hypothesis',
  nextSteps: 'next steps',
  preLaunch: 'pre-launch',
  launchDay: 'launch day',
  postLaunch: 'post-launch',
  discovery: 'weeks',
  delivery: 'weeks',
};

/** Lines of one remark together; what excuses findings stands alone. */
function grouped(texts: readonly string[]): readonly string[] {
  const groups: string[][] = [];
  let open: string[] | undefined;
  for (const text of texts) {
    const excuses = text.startsWith('betwright-ignore');
    if (open && !excuses) open.push(text);
    else {
      const group = [text];
      groups.push(group);
      open = excuses ? undefined : group;
    }
  }
  return groups.map(group => group.join('\n'));
}

function leading(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

/** The lines of a field with the comments above it; the last chunk has no name and holds what follows the last field. */
interface Chunk {
  readonly name: string | undefined;
  readonly start: number;
  readonly end: number;
}

function chunksOf({ text }: ParsedFile, root: MapNode): readonly Chunk[] {
  const own = [...root.entries].sort((a, b) => a.key.span.start - b.key.span.start);
  const chunks: Chunk[] = [];
  let start = text.startsWith('\ufeff') ? 1 : 0;
  for (const { key, value } of own) {
    const end = afterLine(text, endOfLine(text, Math.max(key.span.end, value.span.end)));
    chunks.push({ name: key.text, start, end });
    start = end;
  }
  chunks.push({ name: undefined, start, end: text.length });
  return chunks;
}

function afterLine(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
}

interface FrontSource {
  readonly parsed: ParsedFile;
  readonly root: MapNode;
  readonly chunks: readonly Chunk[];
}

function source(parsed: ParsedFile, root: MapNode, chunks: readonly Chunk[]): FrontSource {
  return { parsed, root, chunks };
}

/** What stays, as it was written; a document on one line is written anew. */
function frontChunks({ parsed, root, chunks }: FrontSource, isFront: (name: string) => boolean): readonly string[] {
  const { text } = parsed;
  if (root.flow || hasSharedParts(parsed, root)) {
    return yamlLines(fieldsOf([...fieldsOfEntries(root.entries)].filter(([name]) => isFront(name))));
  }
  const head = firstComment(text, chunks[0]);
  const kept = chunks.flatMap((chunk, index) => {
    const name = chunk.name ?? chunks[index - 1]?.name;
    if (name !== undefined && !isFront(name)) return index === 0 && head ? [head] : [];
    return [text.slice(chunk.start, chunk.end)];
  });
  return kept
    .join('')
    .replace(/^(?:---|%)[^\r\n]*(?:\r\n|\n|\r)/gm, '')
    .replace(/^(?:\.\.\.)[ \t]*$/gm, '')
    .split(/\r\n|\n|\r/)
    .reduce<string[]>(
      (lines, line) => (line.trim() === '' && (lines.length === 0 || lines.at(-1) === '') ? lines : [...lines, line]),
      [],
    )
    .filter((line, index, lines) => !(line === '' && index === lines.length - 1));
}

/** Comments at the very top speak of the file. */
function firstComment(text: string, chunk: Chunk | undefined): string | undefined {
  const found = /^(?:[ \t]*#[^\r\n]*(?:\r\n|\n|\r)|[ \t]*(?:\r\n|\n|\r))+/.exec(text.slice(chunk?.start, chunk?.end));
  return found?.[0].trim() === '' ? undefined : found?.[0];
}

/** Anchors and merge keys tie fields together: torn apart they would mean nothing. */
function hasSharedParts({ text }: ParsedFile, root: MapNode): boolean {
  return /(?:^|[\s[{,:-])[&*][\w-]/m.test(text.slice(root.span.start, root.span.end));
}

function commentsIn(parsed: ParsedFile, chunk: Chunk): readonly string[] {
  const isFirst = chunk.start <= 1;
  const skipped = isFirst ? (firstComment(parsed.text, chunk)?.length ?? 0) : 0;
  return yamlComments(parsed)
    .filter(({ span, text }) => span.start >= chunk.start + skipped && span.end <= chunk.end && text !== '')
    .map(({ text }) => text);
}

/** Only what stands at these places, with the names by which items of lists are found. */
function onlyPaths(fields: Fields, paths: readonly Path[]): Fields {
  return pick(fields, paths) as Fields;
}

function pick(value: Value, paths: readonly Path[]): Value {
  if (paths.some(path => path.length === 0)) return value;
  const inside = (step: string | number): readonly Path[] =>
    paths.filter(path => path[0] === step).map(path => path.slice(1));
  if (isList(value))
    return value.map((item, index) => {
      const name = namesOf(item);
      const own = inside(index);
      return own.length === 0
        ? name
        : fieldsOf([...(isFields(name) ? name : []), ...(pick(asFields(item), own) as Fields)]);
    });
  if (!isFields(value)) return value;
  return fieldsOf(
    [...value].map(
      ([name, inner]) => [name, inside(name).length === 0 ? undefined : pick(inner, inside(name))] as const,
    ),
  );
}

/** What an item of a list goes by. */
function namesOf(item: Value): Value {
  if (!isFields(item)) return item;
  const [field] = ['name', 'id', 'stage', 'metric'].filter(name => item.has(name));
  return fieldsOf(field === undefined ? [] : [[field, item.get(field)]]);
}

function asFields(item: Value): Value {
  return item;
}

function withoutPaths(fields: Fields, paths: readonly Path[]): Fields {
  return drop(fields, paths) as Fields;
}

function drop(value: Value, paths: readonly Path[]): Value | undefined {
  if (paths.some(path => path.length === 0)) return undefined;
  const inside = (step: string | number): readonly Path[] =>
    paths.filter(path => path[0] === step).map(path => path.slice(1));
  if (isList(value)) return value.flatMap((item, index) => drop(item, inside(index)) ?? []);
  if (!isFields(value)) return value;
  return fieldsOf([...value].map(([name, inner]) => [name, drop(inner, inside(name))] as const));
}
