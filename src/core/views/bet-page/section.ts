import type { Kind } from '../../schema/kinds.ts';

export const sectionNames = [
  'head',
  'findings',
  'readiness',
  'metrics',
  'rollout',
  'launch',
  'retro',
  'tracks',
  'learnings',
] as const;

export type SectionName = (typeof sectionNames)[number];

/** A part of the page that stands for itself: one `section` element, in HTML that is XML too. */
export interface PageSection {
  readonly name: SectionName;
  readonly title: string;
  readonly html: string;
}

/** The section in which an artifact of this kind is shown. */
export function sectionOf(kind: Kind): SectionName {
  return kind === 'bet' ? 'head' : kind;
}

interface Content {
  readonly name: SectionName;
  readonly title: string;
  /** Markup behind the title: how it stands, in a few words. */
  readonly aside?: string;
  readonly body: string;
  /** Whether it waits to be opened. */
  readonly closed?: true;
  /** Attributes of the section, with a blank in front. */
  readonly attributes?: string;
}

/** A section that can be closed. What is in its title leads nowhere: it opens and closes. */
export function section({ name, title, aside = '', body, closed, attributes = '' }: Content): PageSection {
  const html = [
    `<section class="bw-section" id="bw-${name}" data-section="${name}" aria-label="${title}"${attributes}>`,
    `<details class="bw-fold" data-fold="${name}"${closed ? '' : ' open=""'}>`,
    `<summary><h2>${title}</h2>${aside === '' ? '' : `<span class="aside">${aside}</span>`}</summary>`,
    `<div class="body">${body}</div></details></section>`,
  ].join('');
  return { name, title, html };
}

/** A heading inside a section, and what stands below it; empty where there is nothing below. */
export function block(title: string, body: string): string {
  return body === '' ? '' : `<div class="block"><h3>${title}</h3>${body}</div>`;
}

/** Facts by name; those that say nothing are left out, and all of it where none is left. */
export function facts(entries: readonly (readonly [name: string, html: string])[]): string {
  const told = entries.filter(([, html]) => html !== '');
  if (told.length === 0) return '';
  return `<dl class="facts">${told.map(([name, html]) => `<div><dt>${name}</dt><dd>${html}</dd></div>`).join('')}</dl>`;
}
