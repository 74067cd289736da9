import type { Block, TableBlock } from '../../parse/markdown/blocks.ts';
import { documentShapes } from '../../schema/shapes.gen.ts';
import { draftAt, innerList, put, scalar, type Draft } from './draft.ts';
import { idIn, keyOf, readFields, setField } from './fields.ts';
import { leafOf } from './leaf.ts';
import { cellOf, columnsOf, hasColumns, isFilled } from './lists.ts';
import { headingMeaning, newZone, type Place, type Reading } from './reading.ts';
import type { Section } from './sections.ts';
import { within, type Written } from './written.ts';

/** Reads a dual-track plan: its labels, the table of shares, and the table of weeks or one list a track. */
export function readTracks(reading: Reading, draft: Draft, lead: readonly Block[], sections: readonly Section[]): void {
  const place: Place = { reading, draft, shape: documentShapes.tracks, labels: ['tracks', 'common'], zone: newZone() };
  readBlocks(place, lead);
  for (const section of sections) readSection(place, section);
}

function readSection(place: Place, section: Section): void {
  const meaning = headingMeaning(place.reading, ['tracks'], section);
  const inner: Place = { ...place, zone: newZone() };
  if (meaning === 'notes' || meaning === 'links') {
    setField(inner, meaning, { key: keyOf(section), value: undefined, blocks: section.blocks });
    return;
  }
  if (meaning === undefined)
    place.reading.unknown.push({ type: 'heading', text: section.phrase, span: keyOf(section) });
  readBlocks(inner, section.blocks);
  for (const child of section.children) readSection(place, child);
}

function readBlocks(place: Place, blocks: readonly Block[]): void {
  for (const block of readFields(place, blocks)) {
    if (block.type !== 'table') continue;
    if (hasColumns(place.reading, block, 'week', ['week', 'discovery'])) readWeeks(place, block);
    else if (hasColumns(place.reading, block, 'allocation', ['role', 'discovery'])) readAllocation(place, block);
    else if (hasColumns(place.reading, block, 'track', ['track', 'activity'])) readTrackRows(place, block);
  }
}

/** `Role | Discovery | Delivery`: the shares of each role. */
function readAllocation(place: Place, table: TableBlock): void {
  const columns = columnsOf(place.reading, table, 'allocation');
  const shape = { type: 'leaf', reading: 'percentage' } as const;
  for (const row of table.rows) {
    const role = cellOf(row, columns, 'role');
    if (!isFilled(role)) continue;
    // A role's name may hold a full stop, which divides a path.
    const share = draftAt(role.span);
    const zone = newZone();
    for (const track of ['discovery', 'delivery'] as const) {
      const value = cellOf(row, columns, track);
      const label = table.header.cells[columns.get(track) ?? -1];
      const leaf = value && leafOf(place.reading, shape, value, zone);
      if (leaf && label) put(share, track, label.span, leaf);
    }
    if (share.entries.size === 0) continue;
    const known = place.draft.entries.get('allocation')?.value;
    const all = known?.type === 'draft' ? known : draftAt(table.header.span);
    all.entries.set(role.text, { key: role.span, value: share });
    place.draft.entries.set('allocation', { key: table.header.span, value: all });
  }
}

const weekForm = /\d{1,3}(?:\s*[-–—]\s*\d{1,3})?/;

/** `Week | Discovery | Delivery`: what is done on either track. */
function readWeeks(place: Place, table: TableBlock): void {
  const columns = columnsOf(place.reading, table, 'week');
  for (const row of table.rows) {
    const cell = cellOf(row, columns, 'week');
    const found = cell && weekForm.exec(cell.text.slice(0, 60));
    const weeks = cell && found ? within(cell, found.index, found.index + found[0].length) : undefined;
    for (const track of ['discovery', 'delivery'] as const) {
      const label = table.header.cells[columns.get(track) ?? -1];
      const value = cellOf(row, columns, track);
      if (label === undefined || !isFilled(value)) continue;
      for (const part of partsOf(value)) {
        const entry = draftAt(part.span);
        setActivity(entry, part);
        if (weeks && cell) put(entry, 'weeks', cell.span, scalar(weekText(weeks.text), weeks.span));
        innerList(place.draft, track, label.span).items.push(entry);
      }
    }
  }
}

function weekText(text: string): string {
  return text.replace(/\s*[-–—]\s*/, '-');
}

/** Several entries in a cell are divided by semicolons. */
function partsOf(value: Written): readonly Written[] {
  let from = 0;
  return value.text.split(';').flatMap(part => {
    const written = within(value, from, from + part.length);
    from += part.length + 1;
    return written ?? [];
  });
}

/** An id first, then what is done; without an id all of it is what is done. */
function setActivity(entry: Draft, written: Written): void {
  const id = idIn(written);
  const rest = id && within(written, id.text.length);
  if (id === undefined) {
    put(entry, 'activity', written.span, scalar(written.text, written.span));
    return;
  }
  put(entry, 'bet', id.span, scalar(id.text, id.span));
  const start = rest && /^[\s:,–—-]*/.exec(rest.text)?.[0].length;
  const activity = rest && within(rest, start ?? 0);
  if (activity) put(entry, 'activity', activity.span, scalar(activity.text, activity.span));
}

/** `Track | Bet | Activity | Weeks`: an entry to a row. */
function readTrackRows(place: Place, table: TableBlock): void {
  const columns = columnsOf(place.reading, table, 'track');
  for (const row of table.rows) {
    const track = /^disc|^deliv/i.exec(cellOf(row, columns, 'track')?.text ?? '')?.[0].toLowerCase();
    if (track === undefined) continue;
    const entry = draftAt(row.span);
    for (const field of ['bet', 'activity', 'weeks'] as const) {
      const value = cellOf(row, columns, field);
      const label = table.header.cells[columns.get(field) ?? -1];
      if (label && isFilled(value))
        put(entry, field, label.span, scalar(field === 'weeks' ? weekText(value.text) : value.text, value.span));
    }
    if (entry.entries.size > 0)
      innerList(place.draft, track === 'disc' ? 'discovery' : 'delivery', table.header.span).items.push(entry);
  }
}
