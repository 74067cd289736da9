type Child = Node | string | undefined | false;

/** What an element is made with: attributes by name. Texts of strangers are attributes and text here, never markup. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function button(label: string, attributes: Attributes, onClick: (event: MouseEvent) => void): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', onClick);
  return made;
}

/** Says something once: what stands there already is not read out again. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Where a link of a page may lead: to a place beside it, or into the web. */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined || /^[\s\p{Cc}]/u.test(href)) return undefined;
  return /^[a-z][a-z0-9+.-]*:/i.test(href) && !/^https?:/i.test(href) ? undefined : href;
}

/** An id that no other element of the page has. */
export function newId(): string {
  return `bw-${Math.random().toString(36).slice(2)}`;
}

/** A box to choose from, with its name above; `values` by what they mean. */
export interface Select {
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;
  /** Leaves the choice as it is, also where it is no longer among them. */
  offer(values: readonly (readonly [value: string, label: string])[], chosen: string): void;
}

export function makeSelect(label: string, onChange: (value: string) => void): Select {
  const select = make('select');
  const element = make('label', { class: 'bw-field' }, make('span', {}, label), select);
  select.addEventListener('change', () => {
    onChange(select.value);
  });
  let offered = '';
  return {
    element,
    select,
    offer(values, chosen) {
      const all = values.some(([value]) => value === chosen) ? values : [...values, [chosen, chosen] as const];
      const wanted = JSON.stringify(all);
      if (wanted !== offered) {
        offered = wanted;
        select.replaceChildren(...all.map(([value, text]) => make('option', { value }, text)));
      }
      if (select.value !== chosen) select.value = chosen;
      element.classList.toggle('bw-chosen', chosen !== '' && values[0]?.[0] === '');
    },
  };
}
