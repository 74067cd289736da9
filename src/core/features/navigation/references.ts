import { metricKey, metricKeys } from '../../model/tiers.ts';
import { spanOf, type Span } from '../../text/span.ts';
import type { MetricPlace } from '../../workspace/lookup.ts';
import { definitionsOf } from './definition.ts';
import { artifactReferences, mentionsIn, metricMentions, type Mention, type MetricMention } from './mentions.ts';
import { meaningOf, rememberHierarchies, type Sight } from './metric-meaning.ts';
import type { Subject } from './spot.ts';

/** A mention that was found, and where. */
export interface FoundMention {
  readonly file: string;
  readonly mention: Mention;
  /** Of a trigger's sentence its beginning, as far as it stands there without quotes. */
  readonly span: Span;
  /** Whether it means nothing else besides. */
  readonly certain: boolean;
}

/** Every place that refers to the subject, in order of file and place; what an alias repeats once. */
export function referencesTo(
  subject: Subject,
  sight: Sight,
  files: readonly string[] = sight.workspace.files(),
): readonly FoundMention[] {
  const hierarchies = rememberHierarchies();
  const found =
    subject.about === 'artifact'
      ? referencesToArtifact(subject, sight)
      : files.flatMap(file => metricMentionsIn(file, subject.places, sight, hierarchies));
  return inOrder(found.filter(({ mention }) => mention.role === 'reference' || mention.role === 'sentence'));
}

function referencesToArtifact(
  { id, kind }: Extract<Subject, { about: 'artifact' }>,
  sight: Sight,
): readonly FoundMention[] {
  return sight.workspace.lookup.referringTo(id).flatMap(artifact =>
    artifactReferences(artifact).flatMap(mention => {
      const isMeant = mention.text === id && mention.kind === kind;
      return isMeant ? [{ file: artifact.file, mention, span: mention.span, certain: true }] : [];
    }),
  );
}

/** All mentions of these metrics in a file, their own ids and names among them. */
function metricMentionsIn(
  file: string,
  places: readonly MetricPlace[],
  sight: Sight,
  hierarchies = rememberHierarchies(),
): readonly FoundMention[] {
  const keys = [...new Set(places.flatMap(({ metric }) => metricKeys(metric)))];
  const isMarkdown = file.toLowerCase().endsWith('.md');
  const found: FoundMention[] = [];
  for (const artifact of sight.workspace.get(file)?.model.artifacts ?? []) {
    for (const mention of metricMentions(artifact)) {
      if (mention.role === 'id' || mention.role === 'name') {
        if (places.some(({ metric }) => metric.metric === mention.own?.metric))
          found.push({ file, mention, span: mention.span, certain: true });
        continue;
      }
      if (!maySpeakOf(mention, keys, isMarkdown)) continue;
      const meaning = meaningOf(mention, sight, hierarchies);
      if (!meaning.places.some(place => places.some(({ metric }) => metric.metric === place.metric.metric))) continue;
      const { start, end } = mention.span;
      const span = mention.role === 'sentence' ? spanOf(start, Math.min(end, start + meaning.length)) : mention.span;
      found.push({ file, mention, span, certain: meaning.places.length === 1 });
    }
  }
  return found;
}

/** A look at the text alone, before anybody is asked what is meant. */
function maySpeakOf({ role, text }: MetricMention, keys: readonly string[], isMarkdown: boolean): boolean {
  const key = metricKey(text);
  return keys.some(
    wanted =>
      wanted === key || (role === 'sentence' && key.startsWith(wanted)) || (isMarkdown && wanted.startsWith(key)),
  );
}

/** All that stands in one file: where the subject is given its id or name, and what refers to it there. */
export function mentionsInFile(subject: Subject, file: string, sight: Sight): readonly FoundMention[] {
  if (subject.about === 'metric') return inOrder(metricMentionsIn(file, subject.places, sight));
  const { id, kind } = subject;
  return inOrder(
    (sight.workspace.get(file)?.model.artifacts ?? []).flatMap(artifact =>
      mentionsIn(artifact).flatMap(mention =>
        mention.about === 'artifact' && mention.text === id && mention.kind === kind
          ? [{ file, mention, span: mention.span, certain: true }]
          : [],
      ),
    ),
  );
}

/** Where the subject is declared, as a reference's list has it: one place each. */
export function declarationsOf(
  subject: Subject,
  sight: Sight,
): readonly { readonly file: string; readonly span: Span }[] {
  return definitionsOf(subject, sight).map(({ file, selection }) => ({ file, span: selection }));
}

function inOrder(found: readonly FoundMention[]): readonly FoundMention[] {
  const once = new Map(found.map(each => [`${each.file} ${each.span.start} ${each.span.end}`, each]));
  return [...once.values()].sort((a, b) =>
    a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1,
  );
}
