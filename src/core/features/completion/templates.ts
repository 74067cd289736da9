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
      snippet: filledTemplate(template, judge, file),
      filter: `${template.prefix} ${template.label}`,
    }));
}

/** A template as a snippet that says what is known already: today, the end of the timebox, the owner, the number in the file's name. */
export function filledTemplate(template: Template, judge: Judge, file: string): string {
  const values = knownValues(judge, file);
  return printSnippet(parseSnippet(template.body).map(part => filled(part, values)));
}

function knownValues({ workspace, settings }: Judge, file: string): ReadonlyMap<string, string> {
  const id = /^[A-Za-z]+-\d+/.exec(readFileName(file)?.stem ?? '')?.[0];
  const owner = catalogOf(workspace).names('person')[0];
  return new Map([
    ['today', settings.today],
    ['timeboxEnd', addDays(settings.today, usualTimebox)],
    ...(id === undefined ? [] : [['id', yamlScalar(id)] as const]),
    ...(owner === undefined ? [] : [['owner', yamlScalar(owner)] as const]),
  ]);
}

function filled(part: SnippetPart, values: ReadonlyMap<string, string>): SnippetPart {
  if (part.type === 'token') return { type: 'text', text: values.get(part.name) ?? part.fallback };
  return part.type === 'stop' ? { ...part, content: part.content.map(inner => filled(inner, values)) } : part;
}
