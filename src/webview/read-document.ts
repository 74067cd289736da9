import type { ReadDocument, ReadRow, ReadTable } from './messages.ts';

/** The page of a document that is no artifact: what could be read of it, and the offer to adopt it. All of it is text. */
export function drawReadDocument(
  { title, note, offer, tables }: ReadDocument,
  onAdopt: () => void,
): readonly Element[] {
  const elements: Element[] = [element('h1', title), element('p', note)];
  if (offer !== '') {
    const button = element('button', offer);
    button.type = 'button';
    button.id = 'adopt';
    button.addEventListener('click', onAdopt);
    elements.push(button);
  }
  return [...elements, ...tables.flatMap(drawTable)];
}

function drawTable({ title, columns, rows }: ReadTable): readonly Element[] {
  const table = document.createElement('table');
  if (columns.length > 0) {
    const head = table.createTHead().insertRow();
    for (const column of columns) {
      const cell = element('th', column);
      cell.scope = 'col';
      head.append(cell);
    }
  }
  const body = table.createTBody();
  for (const row of rows) body.append(drawRow(row, columns.length === 0));
  return title === '' ? [table] : [element('h2', title), table];
}

/** Without a head the first cell says what the second is. */
function drawRow({ cells, start, end, progress }: ReadRow, isFact: boolean): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const [index, text] of cells.entries()) {
    const cell = element(isFact && index === 0 ? 'th' : 'td', text);
    if (isFact && index === 0) cell.setAttribute('scope', 'row');
    row.append(cell);
  }
  if (start !== undefined && end !== undefined) {
    row.dataset['start'] = String(start);
    row.dataset['end'] = String(end);
    row.tabIndex = 0;
  }
  if (progress) {
    const bar = document.createElement('progress');
    bar.max = progress.total;
    bar.value = progress.done;
    bar.setAttribute('aria-hidden', 'true');
    row.lastElementChild?.append(bar);
  }
  return row;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
