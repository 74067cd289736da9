import type { Finding } from '../core/rules/finding.ts';
import { readFileName } from '../core/parse/file-name.ts';
import type { Span } from '../core/text/span.ts';
import type { OpenDocument } from './documents.ts';
import { documentsWithOurSchema } from './schema-modelines.ts';

/**
 * Whether another extension that checks YAML by schemas reports a finding of this document already. Unknown fields it can't
 * report: the schemas allow them.
 * @param document undefined where nobody else looks: of what is not open, and where there is no such extension
 */
export function reportedElsewhere(document: OpenDocument | undefined): (finding: Finding) => boolean {
  if (document === undefined || readFileName(document.uri)?.notation !== 'yaml') return () => false;
  let checked: readonly Span[] | undefined;
  return ({ rule, span }) => {
    if (rule !== 'document/schema') return false;
    checked ??= documentsWithOurSchema(document.text);
    return checked.some(({ start, end }) => start <= span.start && span.start < end);
  };
}
