/**
 * A free id in the pattern of one that is given twice: `BET-013` becomes `BET-014`, or the next that nobody has; an id
 * without a number at its end gets one. Pure: what is taken comes in.
 * @param isTaken whether anything has this id already
 */
export function renumberDuplicate(id: string, isTaken: (id: string) => boolean): string {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,15})$/s.exec(id) ?? [undefined, `${id}-`, ''];
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
    const free = prefix + String(number).padStart(digits.length, '0');
    if (!isTaken(free)) return free;
  }
}
