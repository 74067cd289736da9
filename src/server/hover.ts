import type { Hover, HoverParams } from 'vscode-languageserver';
import { describeArtifact } from '../core/features/hover/artifact.ts';
import { describeField, fieldAt, fieldInBody, type FieldPlace } from '../core/features/hover/field.ts';
import { whyAt } from '../core/features/hover/finding.ts';
import { describeMetric } from '../core/features/hover/metric.ts';
import { spotAt, type Spot } from '../core/features/navigation/spot.ts';
import type { Judge } from '../core/service.ts';
import { offsetIn, rangeIn } from './convert.ts';
import { parsedDocument, type Documents, type OpenDocument } from './documents.ts';
import type { Judging } from './judging.ts';

/** So many things of one name are told of. */
const mostSubjects = 3;

/** What an id or a metric stands for, what a field means, and why a finding matters. What a file says in it is text. */
export function createHover(
  judge: Judge,
  documents: Documents,
  judging: Judging,
): (params: HoverParams) => Promise<Hover | null> {
  return async ({ textDocument: { uri }, position }) => {
    judging.settle(uri);
    const document = documents.get(uri);
    if (document === undefined || judge.workspace.get(uri) === undefined) return null;
    const offset = offsetIn(document.text, document.lines, position);
    const spot = spotAt(judge, uri, document.text, offset);
    const subjects = spot === undefined ? [] : describeSpot(spot, judge);
    const field = fieldOf(judge, document, offset);
    const sections = [
      ...subjects,
      ...(field === undefined ? [] : [await describe(field)]),
      ...(judging.isComplete ? whyAt(judge, uri, offset) : []),
    ].filter(section => section !== undefined);
    const span = (subjects.length > 0 ? spot?.span : undefined) ?? field?.span;
    if (sections.length === 0) return null;
    return {
      contents: { kind: 'markdown', value: sections.join('\n\n---\n\n') },
      ...(span && { range: rangeIn(document.lines, span) }),
    };
  };
}

function describeSpot({ subject }: Spot, judge: Judge): readonly string[] {
  if (subject.about === 'metric')
    return subject.places.slice(0, mostSubjects).map(place => describeMetric(place, judge));
  const targets = judge.workspace.lookup.withId(subject.id);
  return targets
    .flatMap(target => (target.type === 'part' ? [target.part] : []))
    .slice(0, mostSubjects)
    .map(part => describeArtifact(part, judge));
}

function fieldOf(judge: Judge, document: OpenDocument, offset: number): FieldPlace | undefined {
  const entry = judge.workspace.get(document.uri);
  const parsed = entry && parsedDocument(document);
  if (entry === undefined || parsed === undefined) return undefined;
  const inFields = fieldAt(parsed, entry.model, offset);
  if (inFields !== undefined || parsed.markdown === undefined) return inFields;
  for (const artifact of entry.model.artifacts) {
    const found = fieldInBody(artifact, offset);
    if (found) return found;
  }
  return undefined;
}

/** The descriptions are the largest table of the server, and the first hover is early enough for them. */
async function describe(place: FieldPlace): Promise<string | undefined> {
  const { fieldInfos } = await import('../core/schema/fields.gen.ts');
  return describeField(fieldInfos, place);
}
