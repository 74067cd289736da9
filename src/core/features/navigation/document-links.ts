import type { FileModel } from '../../model/file-model.ts';
import type { ParsedFile } from '../../parse/file.ts';
import type { Span } from '../../text/span.ts';
import { resolvePath } from '../../workspace/names.ts';
import { dividePath, linkValuesIn, targetIn } from './link-values.ts';
import { isInBody } from './rewrite.ts';

/** What a click opens: a page, a mail, or a file of the workspace, which need not exist. */
export interface DocumentLink {
  readonly span: Span;
  readonly target: string;
}

/** More links than this in one file help nobody. */
const maxLinks = 1_000;

/**
 * Links of the fields that are meant to lead somewhere. Only pages, mails and files inside the workspace folder: nothing is
 * looked up, and of what lies outside nothing is said. In a Markdown body the editor has links of its own; there only paths
 * that stand without brackets are added.
 */
export function documentLinks(
  parsed: ParsedFile,
  model: FileModel,
  folders: readonly string[],
): readonly DocumentLink[] {
  const links = new Map<number, DocumentLink>();
  for (const artifact of model.artifacts) {
    for (const value of linkValuesIn(artifact)) {
      const found = targetIn(parsed, value);
      if (found === undefined || links.size >= maxLinks) continue;
      if (isInBody(parsed, found.span) && (found.inLink || found.type === 'web')) continue;
      const target = found.type === 'web' ? found.target : addressOf(model.file, found.target, value.isPath, folders);
      if (target !== undefined) links.set(found.span.start, { span: found.span, target });
    }
  }
  return [...links.values()].sort((a, b) => a.span.start - b.span.start);
}

function addressOf(file: string, target: string, isWhole: boolean, folders: readonly string[]): string | undefined {
  if (isWhole) return resolvePath(file, target, folders);
  const { path, fragment } = dividePath(target);
  const address = resolvePath(file, path, folders);
  return address === undefined || fragment === ''
    ? address
    : `${address}#${fragment.replace(/[^\w.~!$&'()*+,;=:@/?%-]/gu, '')}`;
}
