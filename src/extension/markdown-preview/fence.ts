import type { PictureQuestion } from '../../server/protocol.ts';

const views: Readonly<Record<string, PictureQuestion['view']>> = {
  hierarchy: 'hierarchy',
  metrics: 'hierarchy',
  timeline: 'timeline',
  rollout: 'timeline',
};
const longest = 200;

/**
 * What a fence asks for: `betwright BET-012`, `betwright BET-012 timeline`, or the same without the first word as the first line inside.
 * Undefined for every other fence. The id may be empty.
 */
export function askedIn(info: string, content: string): PictureQuestion | undefined {
  const [language, ...words] = info.trim().slice(0, longest).split(/\s+/);
  if (language !== 'betwright') return undefined;
  const [line = ''] = content.trimStart().split(/[\r\n]/, 1);
  const asked = words.length > 0 ? words : line.trim().slice(0, longest).split(/\s+/);
  const view = Object.hasOwn(views, asked.at(-1) ?? '') && asked.length > 1 ? views[asked.at(-1) ?? ''] : undefined;
  return { id: (view === undefined ? asked : asked.slice(0, -1)).join(' '), view: view ?? 'hierarchy' };
}
