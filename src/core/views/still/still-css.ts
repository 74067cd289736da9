export type Scheme = 'light' | 'dark';

interface Rule {
  readonly selectors: readonly string[];
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/**
 * A stylesheet of ours for programs that know the CSS of old: every variable is replaced by what it stands for in one colour scheme,
 * where no editor sets the theme. A variable that is set by class (`.hit`) becomes one rule for each class. What depends on a pointer,
 * the focus or an editor's theme is left out: a still picture has none. Reads our own stylesheets only, never a text from a file.
 */
export function stillCss(css: string, scheme: Scheme): string {
  const rules = rulesOf(css, scheme);
  const everywhere = new Map<string, string>();
  const byClass = new Map<string, { readonly classes: string; readonly value: string }[]>();
  for (const { selectors, declarations } of rules)
    for (const [property, value] of declarations) {
      if (!property.startsWith('--')) continue;
      for (const selector of selectors) {
        const classes = selector.split(' ').slice(1).join(' ');
        if (classes === '') everywhere.set(property, value);
        else byClass.set(property, [...(byClass.get(property) ?? []), { classes, value }]);
      }
    }

  function resolved(value: string, local: ReadonlyMap<string, string>): string {
    let text = value;
    // Variables stand in variables, and in the fallbacks of others; no chain of ours is longer than this.
    for (let depth = 0; depth < 8 && text.includes('var('); depth++)
      text = text.replace(
        VARIABLE,
        (_, name: string, fallback: string | undefined) => local.get(name) ?? everywhere.get(name) ?? fallback ?? '',
      );
    return text;
  }

  return rules.flatMap(({ selectors, declarations }) => printed(selectors, declarations)).join('\n');

  function printed(selectors: readonly string[], declarations: Rule['declarations']): readonly string[] {
    const shown = declarations.filter(([property]) => !property.startsWith('--'));
    if (shown.length === 0) return [];
    const scoped = [...byClass].find(([name]) => shown.some(([, value]) => value.includes(`var(${name}`)));
    if (scoped === undefined) return [ruleText(selectors, shown, new Map())];
    const [name, settings] = scoped;
    return settings.map(({ classes, value }) =>
      ruleText(
        selectors.map(selector => selector.replace(' ', ` ${classes} `)),
        shown,
        new Map([[name, value]]),
      ),
    );
  }

  function ruleText(
    selectors: readonly string[],
    shown: Rule['declarations'],
    local: ReadonlyMap<string, string>,
  ): string {
    const body = shown.map(([property, value]) => `${property}:${resolved(value, local)}`).join(';');
    return `${selectors.join(',')}{${body}}`;
  }
}

/** An innermost `var()`: one whose fallback holds no other. */
const VARIABLE = /var\((--[\w-]+)(?:,((?:[^()]|\([^()]*\))*))?\)/g;

function rulesOf(css: string, scheme: Scheme): readonly Rule[] {
  const rules: Rule[] = [];
  const waiting = [css];
  for (let text = waiting.pop(); text !== undefined; text = waiting.pop()) {
    for (const { head, body } of blocksOf(text)) {
      if (head.startsWith('@media')) {
        if (scheme === 'dark' && /prefers-color-scheme: ?dark/.test(head)) waiting.push(body);
      } else if (!head.startsWith('@')) rules.push(ruleOf(head, body));
    }
  }
  return rules.filter(({ selectors }) => selectors.length > 0);
}

function blocksOf(css: string): readonly { readonly head: string; readonly body: string }[] {
  const blocks: { head: string; body: string }[] = [];
  const text = css.replace(/\/\*[^]*?\*\//g, '');
  let start = 0;
  let opened = -1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '{' && depth++ === 0) opened = index;
    if (text[index] !== '}' || --depth > 0) continue;
    blocks.push({ head: text.slice(start, opened).trim(), body: text.slice(opened + 1, index) });
    start = index + 1;
  }
  return blocks;
}

function ruleOf(head: string, body: string): Rule {
  return {
    selectors: head
      .split(',')
      .map(selector => selector.trim())
      .filter(selector => !/[:>+~[]|\.vscode-/.test(selector)),
    declarations: body.split(';').flatMap(declaration => {
      const colon = declaration.indexOf(':');
      return colon < 0 ? [] : [[declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()] as const];
    }),
  };
}
