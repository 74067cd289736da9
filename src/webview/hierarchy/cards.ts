/** A metric's card in the picture, with what it drives and what drives it there. */
export interface Card {
  readonly key: string;
  readonly element: SVGElement;
  /** Its name in full and in small letters, to be searched. */
  readonly name: string;
  /** Counts the tiers from the top. */
  readonly tier: number;
  readonly x: number;
  readonly y: number;
  readonly fold: SVGElement | undefined;
  readonly drives: readonly Card[];
  readonly drivenBy: readonly Card[];
}

/** An arrow of the picture. */
export interface Arrow {
  readonly element: SVGElement;
  readonly from: Card;
  readonly to: Card;
}

export interface Cards {
  /** From the top tier down, row by row, from left to right: the order in which they are read. */
  readonly all: readonly Card[];
  readonly byKey: ReadonlyMap<string, Card>;
  readonly arrows: readonly Arrow[];
}

/** Reads what stands in the picture from its attributes, which the renderer wrote. */
export function readCards(svg: SVGSVGElement): Cards {
  const byKey = new Map<string, Card & { readonly drives: Card[]; readonly drivenBy: Card[] }>();
  const folds = new Map(
    [...svg.querySelectorAll<SVGElement>('.fold')].map(fold => [fold.dataset['of'] ?? '', fold] as const),
  );
  [...svg.querySelectorAll('.band')].forEach((band, tier) => {
    for (const element of band.querySelectorAll<SVGElement>('.metric')) {
      const key = element.dataset['key'] ?? '';
      const [, x = '0', y = '0'] = /^translate\((-?\d+) (-?\d+)\)$/.exec(element.getAttribute('transform') ?? '') ?? [];
      const name = (element.querySelector('title')?.textContent ?? '').split('\n', 1)[0] ?? '';
      const place = { tier, x: Number(x), y: Number(y), fold: folds.get(key) };
      byKey.set(key, { key, element, name: name.toLowerCase(), ...place, drives: [], drivenBy: [] });
    }
  });
  const arrows: Arrow[] = [];
  for (const element of svg.querySelectorAll<SVGElement>('.drive')) {
    const from = byKey.get(element.dataset['from'] ?? '');
    const to = byKey.get(element.dataset['to'] ?? '');
    if (from === undefined || to === undefined) continue;
    arrows.push({ element, from, to });
    from.drives.push(to);
    to.drivenBy.push(from);
  }
  const all = [...byKey.values()].sort((a, b) => a.tier - b.tier || a.y - b.y || a.x - b.x);
  return { all, byKey, arrows };
}
