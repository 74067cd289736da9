// Pages and pictures come from our own renderers, over escaped text. Nothing of them is trusted all the same: they are parsed as
// XML, which runs nothing, and rebuilt from what is on these lists.

const html = 'http://www.w3.org/1999/xhtml';
const svg = 'http://www.w3.org/2000/svg';

interface Allowed {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

const listed = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap(words => words.trim().split(' ')));

const common =
  'class role tabindex aria-label aria-hidden aria-current aria-expanded aria-roledescription ' +
  'data-key data-file data-start data-end';

const allowed: Readonly<Partial<Record<string, Allowed>>> = {
  [html]: {
    elements: listed(
      'section header div p h1 h2 h3 ul ol li dl dt dd blockquote figure details summary',
      'table thead tbody tr th td span bdi a code time br',
    ),
    attributes: listed(common, 'id open title datetime scope colspan rel data-section data-fold data-picture'),
  },
  [svg]: {
    elements: listed('svg g title desc rect path circle ellipse line polyline polygon text tspan'),
    attributes: listed(
      common,
      'viewBox width height x y x1 y1 x2 y2 dx dy cx cy r rx ry d points transform text-anchor overflow',
      'data-from data-to data-of data-branch',
    ),
  },
};

/** A section of the page, or nothing where it can't be read. */
export function copySection(markup: string): Element | undefined {
  const parsed = new DOMParser().parseFromString(`<div xmlns="${html}">${markup}</div>`, 'application/xml');
  const section = parsed.documentElement.firstElementChild;
  return section === null ? undefined : copyElement(section);
}

/** What is not allowed goes with all that is in it; a parser's complaint is an element that is not allowed, too. */
function copyElement(source: Element): Element | undefined {
  const { localName, namespaceURI } = source;
  const lists = allowed[namespaceURI ?? ''];
  if (!lists?.elements.has(localName)) return undefined;
  const target = document.createElementNS(namespaceURI, localName);
  for (const { name, value } of source.attributes) if (isAllowed(lists, name, value)) target.setAttribute(name, value);
  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) target.append(child.textContent ?? '');
    const element = child.nodeType === Node.ELEMENT_NODE ? copyElement(child as Element) : undefined;
    if (element) target.append(element);
  }
  return target;
}

function isAllowed({ attributes }: Allowed, name: string, value: string): boolean {
  // The editor asks before it opens such an address; every other kind could do something.
  if (name === 'href') return /^(?:https?:\/\/|mailto:)/i.test(value);
  if (name === 'id') return /^bw-[a-z]+$/.test(value);
  return attributes.has(name);
}
