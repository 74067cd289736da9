import fc, { type Arbitrary } from 'fast-check';
import { fieldInfos } from '../../../src/core/schema/fields.gen.ts';
import { kinds } from '../../../src/core/schema/kinds.ts';
import { fragments } from '../../support/fragments.ts';
import { allTexts, type NamedText } from '../../support/texts.ts';

/** Every kind of artifact in both notations, and names that say nothing. */
const fileNames = [
  ...kinds.flatMap(kind => [`a.${kind}.yaml`, `a.${kind}.yml`, `a.${kind}.md`]),
  ...['plan.yaml', 'notes.md', 'docs/rollout-plan.md', 'betwright.config.yaml'],
];

const fieldNames = [...new Set(Object.values(fieldInfos).flatMap(fields => Object.keys(fields)))];

/** What our readers look for, in no order that makes sense. */
const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...fragments) },
  { weight: 2, arbitrary: fc.constantFrom(...fieldNames).map(name => `${name}: `) },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n  ', '\n    ', '\n  - ', '\n- ') },
  { weight: 1, arbitrary: fc.constantFrom(...kinds).map(kind => `kind: ${kind}\n`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** Half of them in front matter, where both readers have to cope. */
const pieces = fc
  .tuple(fc.boolean(), fc.array(piece, { maxLength: 60 }))
  .map(([isFrontMatter, parts]) => (isFrontMatter ? `---\n${parts.join('')}` : parts.join('')));

/** UTF-16 units of any value, lone surrogates too. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map(codes => String.fromCharCode(...codes));

export const anyFile: Arbitrary<NamedText> = fc.record({
  file: fc.constantFrom(...fileNames),
  text: fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: units }),
});

const known = allTexts();

export const projectFile: Arbitrary<NamedText> = fc.constantFrom(...known);

/** A text of the project, up to some line. */
export const truncatedFile: Arbitrary<NamedText> = fc
  .tuple(fc.constantFrom(...known), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([{ file, text }, share]) => {
    const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index);
    return { file, text: text.slice(0, ends[Math.floor(share * (ends.length - 1))]) };
  });

type Accident = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

/** What a person, a merge or a stranger does to a text. */
const accident: Arbitrary<Accident> = fc.oneof(
  place.map((at): Accident => lineEdit(at, () => [])),
  place.map((at): Accident => lineEdit(at, line => [line, line])),
  fc.tuple(place, place).map(
    ([from, to]): Accident =>
      text =>
        swapLines(text, from, to),
  ),
  fc
    .tuple(place, fc.constantFrom('  ', '\t', '> ', '- '))
    .map(([at, indent]): Accident => lineEdit(at, line => [indent + line])),
  place.map((at): Accident => lineEdit(at, line => [line.trimStart()])),
  fc.tuple(place, piece).map(([at, inserted]): Accident => text => {
    const offset = Math.floor(at * (text.length + 1));
    return text.slice(0, offset) + inserted + text.slice(offset);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 12 })).map(([at, length]): Accident => text => {
    const offset = Math.floor(at * text.length);
    return text.slice(0, offset) + text.slice(offset + length);
  }),
  fc.tuple(fc.constantFrom(...known), place).map(([other, at]): Accident => text => {
    const lines = other.text.split('\n');
    const start = Math.floor(at * lines.length);
    return `${text}\n${lines.slice(start, start + 8).join('\n')}`;
  }),
  fc.constantFrom<Accident>(
    text => text.replaceAll('\n', '\r\n'),
    text => text.replaceAll('\n', '\r'),
    text => `\ufeff${text}`,
    text => text.replaceAll(': ', ':\t'),
  ),
);

function lineEdit(at: number, edit: (line: string) => readonly string[]): Accident {
  return text => {
    const lines = text.split('\n');
    const chosen = Math.floor(at * lines.length);
    return lines.flatMap((line, index) => (index === chosen ? edit(line) : [line])).join('\n');
  };
}

function swapLines(text: string, from: number, to: number): string {
  const lines = text.split('\n');
  const [a, b] = [Math.floor(from * lines.length), Math.floor(to * lines.length)];
  return lines.map((line, index) => (index === a ? lines[b] : index === b ? lines[a] : line)).join('\n');
}

/** A text of the project to which up to four accidents happened. */
export const damagedFile: Arbitrary<NamedText> = fc
  .tuple(fc.constantFrom(...known), fc.array(accident, { minLength: 1, maxLength: 4 }))
  .map(([{ file, text }, accidents]) => ({ file, text: accidents.reduce((damaged, happen) => happen(damaged), text) }));
