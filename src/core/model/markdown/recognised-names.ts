import type { Kind } from '../../schema/kinds.ts';
import { phraseOf } from './phrase.ts';

/** A kind that a file's name or first heading speaks of. */
export interface NamedKind {
  readonly kind: Kind;
  /** `telling`: hardly anything else is called so. `vague`: many things are. `slight`: only a table could prove it. */
  readonly weight: 'telling' | 'vague' | 'slight';
}

/**
 * The kinds that a text may be of by what it is called, the likeliest first.
 * @param name the file's name without ending, as a phrase
 * @param title the first heading as a phrase
 */
export function namedKinds(name: string, title: string): readonly NamedKind[] {
  if (isForeignName(`${name} ${title}`)) return [];
  // Every repository has them, about anything: such a file must say more than another to be taken for an artifact.
  const isProjectFile = projectFiles.test(name);
  const found: NamedKind[] = [];
  for (const text of isProjectFile ? [title] : [title, name])
    for (const { kind, telling, vague } of names) {
      if (telling.test(text)) found.push({ kind, weight: isProjectFile ? 'vague' : 'telling' });
      else if (vague.test(text)) found.push({ kind, weight: isProjectFile ? 'slight' : 'vague' });
    }
  return found;
}

/** The kind that a `type` in front matter stands for; whole values are compared. */
export function kindOfType(written: string): Kind | undefined {
  const phrase = phraseOf(written);
  return Object.hasOwn(types, phrase) ? types[phrase] : undefined;
}

/** Other rounds that look back, other pitches, and bets with money. */
export function isForeignName(phrase: string): boolean {
  return foreign.test(phrase);
}

/** Without one of these words nothing is called after an artifact: a look that is cheaper than making a phrase. */
export const anyName = /roll[-_ ]?out|release|launch|retro|bets?(?![a-z])|pitch|metrics|north/i;

const types: Readonly<Record<string, Kind>> = {
  bet: 'bet',
  'strategic bet': 'bet',
  pitch: 'bet',
  metrics: 'metrics',
  'metrics hierarchy': 'metrics',
  rollout: 'rollout',
  'rollout plan': 'rollout',
  'release plan': 'rollout',
  retro: 'retro',
  retrospective: 'retro',
  'bet retrospective': 'retro',
  launch: 'launch',
  'launch checklist': 'launch',
  'launch plan': 'launch',
  'launch readiness': 'launch',
};

const names: readonly { readonly kind: Kind; readonly telling: RegExp; readonly vague: RegExp }[] = [
  {
    kind: 'rollout',
    telling: /\broll ?out (?:plan|checklist|schedule|strategy)\b|\brelease plan\b|\b(?:staged|phased) roll ?out\b/,
    vague: /\broll ?out\b/,
  },
  { kind: 'launch', telling: /\blaunch (?:checklist|plan|readiness)\b/, vague: /\blaunch$/ },
  { kind: 'retro', telling: /\bbet retro(?:spective)?\b/, vague: /\bretro(?:spective)?\b/ },
  { kind: 'bet', telling: /^(?:strategic )?bet\b|^pitch\b/, vague: /\bbets?\b|\bpitch(?:es)?\b/ },
  { kind: 'metrics', telling: /\bmetrics hierarchy\b|\bnorth star\b/, vague: /\bmetrics\b/ },
];

const projectFiles =
  /^(?:readme|changelog|changes|history|news|contributing|code of conduct|security|support|licen[cs]e|authors|maintainers|governance|install|upgrading|todo|agents|index)\b/;

const foreign =
  /\b(?:sprint|scrum|iteration) retro|\bpost ?mortem\b|\bgambl|\bwager|\bcasino\b|\bodds\b|\bbankroll\b|\bsportsbook\b|\bpitch (?:detect|shift|track|estimat|bend|class)/;
