import type { MarkdownForm } from './markdown/interpret.ts';

/** What a rule asks for can be a field of the bet, by its path, or one of these. */
const tierFields: ReadonlySet<string> = new Set(['metrics.tiers', 'metrics.drives']);

/**
 * Whether what is missing could have been said in the form that was chosen: a row of a backlog has no place but its
 * table's columns, a heading of a backlog none for tiers and iterate, and Primary, Secondary and Guardrail tables none
 * for tiers (SPEC 8, "Metrics" and "Backlog").
 */
export function hasPlaceFor(form: MarkdownForm | undefined, field: string): boolean {
  if (form === undefined) return true;
  if (form.tierless && tierFields.has(field)) return false;
  switch (form.origin) {
    case 'document':
      return true;
    case 'heading':
      return !tierFields.has(field) && field !== 'criteria.iterate';
    case 'row':
      return form.columns?.some(column => covers(column, field) || covers(field, column)) === true;
  }
}

/** Whether the one is the other, or holds it: `timebox` holds `timebox.end`. */
function covers(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}.`);
}
