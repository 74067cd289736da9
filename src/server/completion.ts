import {
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type CompletionClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { withDefaults, type CompletionItem as Completion, type ItemKind } from '../core/features/completion/item.ts';
import type { Judge } from '../core/service.ts';
import { plainText } from '../core/views/markup/plain-text.ts';
import { offsetIn, rangeIn } from './convert.ts';
import type { Documents } from './documents.ts';
import type { Judging } from './judging.ts';
import { yieldToEvents } from './turns.ts';

/** Characters after which something may be offered without a letter being typed. */
export const completionTriggers: readonly string[] = [' ', ':', '-', '[', '{', ',', '"', "'", '|', '#', '*', '('];

/** What the client can do with an item. */
export interface CompletionAbilities {
  readonly snippets: boolean;
  /** Whether it can be told to leave the indentation of further lines alone. */
  readonly asIs: boolean;
  /** Whether it shows a few words beside every label, and not only beside the one that is chosen. */
  readonly labelDetails: boolean;
}

export function completionAbilities(capabilities: CompletionClientCapabilities | undefined): CompletionAbilities {
  const item = capabilities?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    labelDetails: item?.labelDetailsSupport === true,
  };
}

/** What fits at the caret. */
export function createCompletion(
  judge: Judge,
  documents: Documents,
  judging: Judging,
  abilities: CompletionAbilities,
): (params: CompletionParams) => Promise<CompletionList | null> {
  return async ({ textDocument: { uri }, position }) => {
    const asked = documents.get(uri);
    if (asked === undefined) return null;
    // Descriptions and templates are large, and the first completion is early enough for them.
    const [{ completionsAt }, { fieldInfos }] = await Promise.all([
      import('../core/features/completion/completion.ts'),
      import('../core/schema/fields.gen.ts'),
    ]);
    const document = documents.get(uri);
    // What was typed meanwhile is asked about anew.
    if (document?.version !== asked.version) return null;
    judging.settle(uri);
    const { text, lines } = document;
    const caret = offsetIn(text, lines, position);
    const { items, isIncomplete } = completionsAt(judge, { file: uri, text, caret, infos: fieldInfos });
    if (items.length === 0) return null;
    const lineStart = lines[position.line] ?? 0;
    const indent = /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
    const eol = text.includes('\r\n') ? '\r\n' : '\n';
    // Without the mode an editor indents further lines as the caret's line is, which such an item does not leave as it is.
    const usable = abilities.asIs ? items : items.filter(item => item.span.start > lineStart || indent === 0);
    return {
      isIncomplete,
      items: usable.map((item, index): CompletionItem => {
        const { label, kind, documentation, span, snippet, filter } = item;
        const body = abilities.snippets ? snippet : withDefaults(snippet);
        const isLong = body.includes('\n');
        return {
          label,
          kind: itemKinds[kind],
          ...beside(item, abilities),
          ...(documentation !== undefined &&
            documentation !== '' && { documentation: { kind: 'markdown', value: documentation } }),
          sortText: String(index).padStart(4, '0'),
          filterText: filter,
          insertTextFormat: abilities.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
          ...(isLong && abilities.asIs && { insertTextMode: InsertTextMode.asIs }),
          textEdit: {
            range: rangeIn(lines, span),
            newText: (abilities.asIs ? body : relative(body, indent)).replaceAll('\n', eol),
          },
        };
      }),
    };
  };
}

/** What stands beside a label: of everything in the list where the editor can, else of what is chosen. */
function beside(item: Completion, { labelDetails }: CompletionAbilities): Partial<CompletionItem> {
  const detail = plainText(item.detail ?? '');
  const description = plainText(item.gist ?? item.detail ?? '');
  return {
    ...(detail !== '' && { detail }),
    ...(labelDetails && description !== '' && { labelDetails: { description } }),
  };
}

/** Milliseconds of work until the editor gets its turn. */
const turn = 8;

/** Looks over a workspace that has just been read, so that the first completion in it need not. */
export async function warmCompletion(judge: Judge, isStopped: () => boolean): Promise<void> {
  const { catalogUpdates } = await import('../core/features/completion/catalog.ts');
  const updates = catalogUpdates(judge.workspace);
  let began = Date.now();
  while (updates.next().done !== true && !isStopped()) {
    if (Date.now() - began < turn) continue;
    await yieldToEvents();
    began = Date.now();
  }
}

const itemKinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  word: CompletionItemKind.EnumMember,
  artifact: CompletionItemKind.Reference,
  metric: CompletionItemKind.Reference,
  name: CompletionItemKind.Text,
  date: CompletionItemKind.Value,
  value: CompletionItemKind.Value,
  heading: CompletionItemKind.Struct,
  template: CompletionItemKind.Snippet,
};

/** Editors that indent further lines as the caret's line is are given only what goes beyond that. */
function relative(body: string, indent: number): string {
  return body.replace(new RegExp(`\\n {0,${String(indent)}}`, 'g'), '\n');
}
