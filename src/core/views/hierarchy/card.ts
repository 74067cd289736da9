import { escapeMarkup } from '../markup/escape.ts';
import { CURRENT_FONT, FOLD_WIDTH, GAP, NAME_LEFT, NAME_LINE, SMALL_LINE, TREND_WIDTH } from './face.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Branch } from './graph.ts';
import type { PlacedCard } from './layout.ts';
import { CARD_PADDING, CARD_WIDTH } from './measures.ts';
import { STAR, VERDICT_SHAPES } from './shapes.ts';
import { sparkline } from './sparkline.ts';
import { textWidth } from '../markup/text-width.ts';
import { cardTip, foldWords, VERDICT_WORDS } from './words.ts';

const RIGHT = CARD_WIDTH - CARD_PADDING;
const BAR_WIDTH = CARD_WIDTH - 2 * CARD_PADDING;

/** A card as a group that takes the focus; `inWords` tells all of it to those who do not see it. */
export function renderCard({ metric, face, parts, x, y, height, isOnTop }: PlacedCard, inWords: string): string {
  const isLoose = metric.problems.includes('disconnected') || metric.problems.includes('vanity');
  const classes = ['metric', metric.verdict, ...(metric.primary ? ['primary'] : []), ...(isLoose ? ['loose'] : [])];
  if (metric.problems.length > 0) classes.push('faulty');
  const lines = face.name.map(
    (line, index) =>
      `<text class="name" x="${String(NAME_LEFT)}" y="${String(23 + index * NAME_LINE)}">${escapeMarkup(line)}</text>`,
  );
  return [
    `<g class="${classes.join(' ')}" transform="translate(${String(x)} ${String(y)})" tabindex="0" role="img"`,
    ` aria-label="${escapeMarkup(inWords)}" data-key="${escapeMarkup(metric.key)}"`,
    ` data-start="${offset(metric.span.start)}" data-end="${offset(metric.span.end)}">`,
    `<title>${escapeMarkup(cardTip(metric))}</title>`,
    isLoose && isOnTop
      ? '<path class="loose-end" d="M108 0v-11"/><circle class="loose-dot" cx="108" cy="-14" r="3"/>'
      : '',
    `<rect class="card" width="${String(CARD_WIDTH)}" height="${String(height)}" rx="6"/>`,
    `<g class="verdict" transform="translate(20 18)">${VERDICT_SHAPES[metric.verdict]}</g>`,
    ...lines,
    parts.values === undefined ? '' : values(parts.values),
    ...face.quiet.map((line, index) => small(line, parts.quiet + 16 + index * SMALL_LINE)),
    face.problems.length === 0 ? '' : problems(face.problems),
    metric.primary ? PRIMARY : '',
    '</g>',
    metric.branch === undefined ? '' : fold(metric.branch),
  ].join('');

  function values(top: number): string {
    if (!face.hasValues)
      return `<text class="quiet" x="${String(CARD_PADDING)}" y="${String(top + 17)}">no values yet</text>`;
    const word = VERDICT_WORDS[metric.verdict];
    const current = face.current;
    const after =
      current === undefined ? CARD_PADDING : CARD_PADDING + Math.ceil(textWidth(current, CURRENT_FONT)) + GAP;
    const baseline = String(top + 17);
    const labels = top + 52;
    return [
      current === undefined
        ? ''
        : `<text class="current" x="${String(CARD_PADDING)}" y="${baseline}">${escapeMarkup(current)}</text>`,
      `<text class="quiet" x="${String(after)}" y="${baseline}">${current === undefined ? 'not measured yet' : word}</text>`,
      sparkline(metric.history ?? [], { x: RIGHT - TREND_WIDTH, y: top + 3, width: TREND_WIDTH, height: 16 }),
      metric.tier === 'guardrails' ? gauge(metric.verdict, top + 31) : bar(metric.progress, top + 31),
      face.start === undefined ? '' : small(face.start, labels),
      ...face.goal.map((line, index) => {
        const y = String(labels + (face.labelLines - face.goal.length + index) * SMALL_LINE);
        return `<text class="quiet end" x="${String(RIGHT)}" y="${y}">${escapeMarkup(line)}</text>`;
      }),
    ].join('');
  }

  function small(line: string, y: number): string {
    if (line === '') return '';
    return `<text class="quiet" x="${String(CARD_PADDING)}" y="${String(y)}">${escapeMarkup(line)}</text>`;
  }

  function problems(lines: readonly string[]): string {
    const top = parts.problem;
    return [
      `<path class="strip" d="M0 ${String(top)}H${String(CARD_WIDTH)}V${String(height - 6)}a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6z"/>`,
      `<path class="strip-sign" d="M17 ${String(top + 7)}l6 10.5h-12zM17 ${String(top + 11)}v3M17 ${String(top + 15.5)}v.1"/>`,
      ...lines.map(
        (words, index) =>
          `<text class="problem" x="30" y="${String(top + 16 + index * SMALL_LINE)}">${escapeMarkup(words)}</text>`,
      ),
    ].join('');
  }

  /** Beside the card's group, not in it: what is within an image is not reached by a screen reader. */
  function fold({ isCollapsed, size }: Branch): string {
    const left = x + RIGHT - FOLD_WIDTH + 6;
    const top = y + parts.problem - 22;
    const words = escapeMarkup(foldWords(metric));
    return [
      `<g class="fold${isCollapsed ? ' collapsed' : ''}" transform="translate(${String(left)} ${String(top)})" role="button" tabindex="0"`,
      ` aria-expanded="${String(!isCollapsed)}" aria-label="${words}" data-branch="${escapeMarkup(metric.id)}" data-of="${escapeMarkup(metric.key)}">`,
      `<title>${words}</title><rect width="${String(FOLD_WIDTH - 6)}" height="17" rx="8.5"/>`,
      `<path d="${isCollapsed ? 'M8 4.5l5 4-5 4z' : 'M6 6h8l-4 5z'}"/><text x="18" y="12.5">${String(size)}</text></g>`,
    ].join('');
  }
}

const PRIMARY = `<g class="primary-sign"><rect x="12" y="-11" width="76" height="17" rx="8.5"/><path d="${STAR}" transform="translate(24 -2.5)"/><text x="34" y="1.5">Primary</text></g>`;

/** From baseline to target, filled as far as the metric has come; dashed where that is not known. */
function bar(progress: number | undefined, y: number): string {
  const left = String(CARD_PADDING);
  const goal = `<path class="tick" d="M${String(RIGHT)} ${String(y - 6)}v12"/>`;
  if (progress === undefined) {
    return `<path class="bar unsure" d="M${left} ${String(y)}h${String(BAR_WIDTH)}"/>${goal}`;
  }
  const at = Math.round(Math.min(Math.max(progress, 0), 1) * BAR_WIDTH);
  return [
    `<path class="bar" d="M${left} ${String(y)}h${String(BAR_WIDTH)}"/>`,
    at > 0 ? `<path class="fill" d="M${left} ${String(y)}h${String(at)}"/>` : '',
    goal,
    `<circle class="knob" cx="${String(CARD_PADDING + at)}" cy="${String(y)}" r="5"/>`,
  ].join('');
}

const LIMIT = Math.round(BAR_WIDTH * 0.76);
// Steps, not a scale: how far it is to a threshold has no common measure, so the knob says only on which side of it the metric stands.
const GAUGE: Readonly<Partial<Record<Verdict, number>>> = {
  within: BAR_WIDTH * 0.38,
  alert: BAR_WIDTH * 0.66,
  breached: BAR_WIDTH * 0.9,
};

/** A guardrail's limit as a post, with the forbidden ground behind it. */
function gauge(verdict: Verdict, y: number): string {
  const post = CARD_PADDING + LIMIT;
  const at = GAUGE[verdict];
  const left = String(CARD_PADDING);
  return [
    `<path class="bar${at === undefined ? ' unsure' : ''}" d="M${left} ${String(y)}H${String(post)}"/>`,
    `<path class="beyond" d="M${String(post + 2)} ${String(y)}H${String(RIGHT)}"/>`,
    at === undefined ? '' : `<path class="fill" d="M${left} ${String(y)}h${String(Math.round(at))}"/>`,
    `<path class="tick" d="M${String(post)} ${String(y - 8)}v16"/>`,
    at === undefined
      ? ''
      : `<circle class="knob" cx="${String(Math.round(CARD_PADDING + at))}" cy="${String(y)}" r="5"/>`,
  ].join('');
}

function offset(place: number): string {
  return String(Number.isSafeInteger(place) && place > 0 ? place : 0);
}
