import { addDays } from '../../model/values/date.ts';
import { readFileName } from '../../parse/file-name.ts';
import type { Kind } from '../../schema/kinds.ts';
import type { Judge } from '../../service.ts';
import { templates } from '../../templates/index.ts';
import { parseSnippet, printSnippet, type SnippetPart } from '../../templates/snippet-syntax.ts';
import type { Template } from '../../templates/template.ts';
import { yamlScalar } from '../../templates/yaml-scalar.ts';
import type { Span } from '../../text/span.ts';
import { catalogOf } from './catalog.ts';
import type { CompletionItem } from './item.ts';
import type { Surroundings } from './surroundings.ts';

/** Days that a bet is given until somebody says otherwise. */
const usualTimebox = 42;

/** Whole documents of a kind, for a file in which nothing stands yet. */
export function templateItems(
  judge: Judge,
  file: string,
  kind: Kind,
  notation: 'yaml' | 'markdown',
  span: Span,
): readonly CompletionItem[] {
  return templates
    .filter(each => each.kind === kind && each.notation === notation && each.scope === 'artifact')
    .map(template => ({
      label: template.label,
      kind: 'template',
      detail: template.prefix,
      documentation: template.description,
      span,
      snippet: documentTemplate(template, judge, file),
      filter: `${template.prefix} ${template.label}`,
    }));
}

/** A template as a snippet that says what is known already: today, the end of the timebox, the owner, the number in the file's name. */
function documentTemplate(template: Template, judge: Judge, file: string): string {
  const id = /^[A-Za-z]+-\d+/.exec(readFileName(file)?.stem ?? '')?.[0];
  const values = knownValues(judge);
  // Of a bet the template says itself when its time begins; of everything else nobody knows its end.
  values.set('timeboxEnd', template.kind === 'bet' ? addDays(judge.settings.today, usualTimebox) : '');
  if (id !== undefined) values.set('id', yamlScalar(id));
  return withValues(template, values);
}

/** A template of a block as a snippet: what can't be known is a stop where nothing stands. */
export function blockTemplateText(template: Template, { judge, timebox }: Surroundings): string {
  return withValues(template, knownValues(judge).set('timeboxEnd', timebox.end ?? ''));
}

function knownValues({ workspace, settings }: Judge): Map<string, string> {
  const owner = catalogOf(workspace).names('person')[0];
  return new Map([['today', settings.today], ...(owner === undefined ? [] : [['owner', yamlScalar(owner)] as const])]);
}

function withValues(template: Template, values: ReadonlyMap<string, string>): string {
  return printSnippet(parseSnippet(template.body).map(part => filled(part, values)));
}

function filled(part: SnippetPart, values: ReadonlyMap<string, string>): SnippetPart {
  if (part.type === 'token') return { type: 'text', text: values.get(part.name) ?? part.fallback };
  if (part.type !== 'stop') return part;
  const content = part.content.map(inner => filled(inner, values));
  return { ...part, content: content.filter(inner => inner.type !== 'text' || inner.text !== '') };
}
