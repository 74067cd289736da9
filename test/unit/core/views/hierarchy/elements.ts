/** An element of a picture, read strictly: what a browser would forgive is an error here. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const ENTITY = /&(?:amp|lt|gt|quot|#39);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

export function parseMarkup(source: string): Element {
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (Element | string)[] };
  const open = [root];
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next === -1 ? source.length : next);
    if (text !== '') open.at(-1)?.children.push(decode(text));
    if (next === -1) break;
    TAG.lastIndex = next;
    const match = TAG.exec(source);
    if (match === null) throw new Error(`not a tag: ${source.slice(next, next + 80)}`);
    const [whole, closes, name = '', attributes = '', isEmpty] = match;
    at = next + whole.length;
    if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const element = { name, attributes: new Map<string, string>(), children: [] as (Element | string)[] };
    for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE)) element.attributes.set(key, decode(value));
    open.at(-1)?.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name ?? ''}> is not closed`);
  return root;
}

function decode(text: string): string {
  const rest = text.replace(ENTITY, '');
  if (/[&<>]/.test(rest)) throw new Error(`not escaped: ${text.slice(0, 80)}`);
  return text.replace(ENTITY, entity => CHARACTERS[entity] ?? '');
}

export function* allElements(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    yield child;
    yield* allElements(child);
  }
}

export function withClass(element: Element, name: string): readonly Element[] {
  return [...allElements(element)].filter(child => child.attributes.get('class')?.split(' ').includes(name));
}

export function textOf(element: Element): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('');
}
