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

/** What was told, or follows from it, and no longer waits for an answer; a day is a guess. */
const told: ReadonlySet<string> = new Set(['id', 'title', 'owner', 'bet']);

/** The template with what is known filled in, and stops at all else, so that Tab leads through what is left to say. */
function fillSnippet(template: Template, values: Readonly<Record<string, string>>): string {
  const answers = new Map<number, string>();

  function fill(part: SnippetPart): SnippetPart {
    if (part.type === 'token') {
      const value = valueOf(part.name);
      return { type: 'text', text: value === undefined ? part.fallback : yamlScalar(value) };
    }
    if (part.type !== 'stop') return part;
    // In the prose of Markdown a stop repeats the title: there without the quotes that YAML wants.
    const repeated = part.content.length === 0 ? answers.get(part.number) : undefined;
    if (repeated !== undefined) return { type: 'text', text: repeated };
    const [only] = part.content;
    if (only?.type === 'token' && told.has(only.name)) {
      const value = valueOf(only.name);
      if (value !== undefined) {
        answers.set(part.number, value);
        return { type: 'text', text: yamlScalar(value) };
      }
    }
    return { ...part, content: part.content.map(fill) };
  }

  function valueOf(name: string): string | undefined {
    const value = (Object.hasOwn(values, name) ? values[name] : undefined)?.trim().replace(/\s+/g, ' ');
    return value === '' ? undefined : value;
  }

  // An owner that nobody named would look like one.
  const body = valueOf('owner') === undefined ? template.body.replace(headOwner, 'owner: $$$1') : template.body;
  return printSnippet(parseSnippet(body).map(fill));
}

/** The line of the document's own owner, as every template has it. */
const headOwner = /^owner: \$\{(\d+):\$\{owner:[^}]*\}\}$/m;
