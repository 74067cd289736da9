import { addDays, type Day } from '../model/values/date.ts';
import type { Kind } from '../schema/kinds.ts';
import { templates } from '../templates/index.ts';
import { fillTemplate } from '../templates/fill.ts';
import { parseSnippet, printSnippet, type SnippetPart } from '../templates/snippet-syntax.ts';
import type { Template } from '../templates/template.ts';
import { yamlScalar } from '../templates/yaml-scalar.ts';
import { fileName, nextId } from './refactor/names.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface NewDocumentWishes {
  readonly kind: Kind;
  readonly notation: 'yaml' | 'markdown';
  readonly title: string;
  readonly owner?: string;
  /** The bet that it is made from: the document names it. */
  readonly bet?: string;
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
  const { kind, notation, title, owner, bet } = wishes;
  const usual = templates.find(
    candidate => candidate.kind === kind && candidate.notation === notation && candidate.scope === 'artifact',
  );
  if (usual === undefined) return undefined;
  // An example of an id would refer to nothing.
  const template = bet === undefined ? { ...usual, body: usual.body.replace(/^bet: .*\n/m, '') } : usual;
  const id = nextId(workspace, kind);
  const values = {
    id,
    title: title.slice(0, 200),
    ...(owner !== undefined && { owner: owner.slice(0, 200) }),
    ...(bet !== undefined && { bet: bet.slice(0, 200) }),
    today,
    timeboxEnd: addDays(today, usualTimebox),
  };
  return {
    fileName: fileName(id, title, kind, notation),
    snippet: fillSnippet(template, values),
    text: fillTemplate(template, values),
  };
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
