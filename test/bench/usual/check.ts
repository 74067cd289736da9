import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';

/** What a checker keeps of a file. */
export interface UsuallyRead {
  readonly documents: readonly Document.Parsed[];
  readonly body: Root | undefined;
  readonly problems: number;
}

/**
 * A checker as one would put it together from the libraries that everybody takes: `yaml` with its documents and line counter, ajv that
 * compiles the schemas when it starts, remark with GFM. It checks the schema only: no rule, no reference, no date, and of Markdown the
 * front matter alone.
 */
export function createUsualChecker(schemas: string): (file: string, text: string) => UsuallyRead {
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const name of readdirSync(schemas).filter(each => each.endsWith('.schema.json')))
    ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object, name);
  const markdown = unified().use(remarkParse).use(remarkGfm);

  function validate(yaml: string, suffixKind: string): Omit<UsuallyRead, 'body'> {
    const lineCounter = new LineCounter();
    const documents = parseAllDocuments(yaml, { lineCounter, keepSourceTokens: false, uniqueKeys: false });
    if (!Array.isArray(documents)) return { documents: [], problems: 0 };
    let problems = 0;
    for (const document of documents) {
      for (const { pos } of document.errors) {
        lineCounter.linePos(pos[0]);
        problems++;
      }
      if (document.errors.length > 0) continue;
      const value: unknown = document.toJS({ maxAliasCount: -1 });
      const validator: ValidateFunction | undefined = ajv.getSchema(`${kindOf(value) ?? suffixKind}.schema.json`);
      if (validator?.(value) === false) problems += validator.errors?.length ?? 0;
    }
    return { documents, problems };
  }

  return (file, text) => {
    const kind = /\.([a-z]+)\.[a-z]+$/.exec(basename(file))?.[1] ?? '';
    if (!file.endsWith('.md')) return { ...validate(text, kind), body: undefined };
    const front = /^---\n([\s\S]*?\n)---\n/.exec(text);
    const read = front === null ? { documents: [], problems: 0 } : validate(front[1] ?? '', kind);
    return { ...read, body: markdown.parse(front === null ? text : text.slice(front[0].length)) };
  };
}

function kindOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
    ? value.kind
    : undefined;
}
