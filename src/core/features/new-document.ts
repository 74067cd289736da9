import { addDays, type Day } from '../model/values/date.ts';
import type { Kind } from '../schema/kinds.ts';
import { templates } from '../templates/index.ts';
import { fillTemplate } from '../templates/fill.ts';
import { parseSnippet, printSnippet, type SnippetPart } from '../templates/snippet-syntax.ts';
import type { Template } from '../templates/template.ts';
import { yamlScalar } from '../templates/yaml-scalar.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface NewDocumentWishes {
  readonly kind: Kind;
  readonly notation: 'yaml' | 'markdown';
  readonly title: string;
  readonly owner?: string;
}

export interface NewDocumentText {
  /** Safe on every file system: letters, digits, hyphens and dots. */
  readonly fileName: string;
  /** In TextMate's snippet syntax. */
  readonly snippet: string;
  readonly text: string;
}

/** Days that a bet is given until somebody says otherwise. */
const usualTimebox = 42;

/** A new artifact from the first template of its kind, under the next free id. */
export function newDocument(workspace: Workspace, wishes: NewDocumentWishes, today: Day): NewDocumentText | undefined {
  const { kind, notation, title, owner } = wishes;
  const template = templates.find(
    candidate => candidate.kind === kind && candidate.notation === notation && candidate.scope === 'artifact',
  );
  if (template === undefined) return undefined;
  const id = nextId(workspace, template);
  const values = {
    id,
    title: title.slice(0, 200),
    ...(owner !== undefined && { owner: owner.slice(0, 200) }),
    today,
    timeboxEnd: addDays(today, usualTimebox),
  };
  const name = slug(title);
  return {
    fileName: `${id}${name === '' ? '' : `-${name}`}.${kind}.${notation === 'yaml' ? 'yaml' : 'md'}`,
    snippet: fillSnippet(template, values),
    text: fillTemplate(template, values),
  };
}

/**
 * One more than the highest number among the workspace's ids of this kind, with the prefix and the width of that one;
 * of the first, those of the template.
 */
function nextId(workspace: Workspace, { kind, body }: Template): string {
  const usual = /\$\{id:([A-Za-z]+)-\d+\}/.exec(body)?.[1] ?? kind.toUpperCase();
  let highest = { prefix: usual, number: 0, width: 3 };
  for (const file of workspace.files()) {
    for (const { artifact } of workspace.get(file)?.shown ?? []) {
      if (artifact.kind !== kind) continue;
      const [, prefix, digits] = /^([A-Za-z]{1,10})-(\d{1,9})$/.exec(artifact.id) ?? [];
      if (prefix === undefined || digits === undefined || Number(digits) <= highest.number) continue;
      highest = { prefix, number: Number(digits), width: digits.length };
    }
  }
  for (let number = highest.number + 1; ; number++) {
    const id = `${highest.prefix}-${String(number).padStart(highest.width, '0')}`;
    if (workspace.lookup.withId(id).length === 0) return id;
  }
}

/** "Schnellere Größen!" → "schnellere-grossen": ASCII only, for file systems and people who disagree about the rest. */
function slug(title: string): string {
  return title
    .slice(0, 200)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

/** The template with what is known filled in and its stops left, so that Tab leads through the rest. */
function fillSnippet(template: Template, values: Readonly<Record<string, string>>): string {
  const quoted = new Map<number, string>();

  function fill(part: SnippetPart, stop: number | undefined): SnippetPart {
    if (part.type === 'token') {
      const value = (Object.hasOwn(values, part.name) ? values[part.name] : undefined)?.trim().replace(/\s+/g, ' ');
      if (value === undefined || value === '') return { type: 'text', text: part.fallback };
      const text = yamlScalar(value);
      if (text !== value && stop !== undefined) quoted.set(stop, value);
      return { type: 'text', text };
    }
    if (part.type !== 'stop') return part;
    // In the prose of Markdown a stop repeats the title: there without the quotes that YAML wants.
    const repeated = part.content.length === 0 ? quoted.get(part.number) : undefined;
    if (repeated !== undefined) return { type: 'text', text: repeated };
    return { ...part, content: part.content.map(inner => fill(inner, part.number)) };
  }

  return printSnippet(parseSnippet(template.body).map(part => fill(part, undefined)));
}
