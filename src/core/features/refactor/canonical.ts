import { documentShapes } from '../../schema/shapes.gen.ts';
import type { LeafShape, ObjectShape, Shape } from '../../schema/shape.ts';
import { foldWord } from '../../schema/words.ts';
import { fieldsOf, isFields, isList, textOfValue, type Fields, type Value } from './value.ts';

/** Fields as the schema orders and spells them: words of an enum in their own form, what people wrote otherwise as it was. */
export function canonicalFields(shape: ObjectShape, fields: Fields): Fields {
  const names = Object.keys(shape.fields);
  const rank = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return fieldsOf(
    [...fields]
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([name, value]) => {
        const inner = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
        // What is meant by Active or Killed is more than the status that it stands for.
        return [
          name,
          inner === undefined || name === 'status' ? statusOr(inner, value) : canonical(inner, value),
        ] as const;
      }),
  );
}

function statusOr(shape: Shape | undefined, value: Value): Value {
  if (shape?.type !== 'leaf') return shape === undefined ? value : canonical(shape, value);
  const text = textOfValue(value) ?? '';
  return shape.words?.find(word => foldWord(word) === foldWord(text)) ?? value;
}

function canonical(shape: Shape, value: Value): Value {
  switch (shape.type) {
    case 'object':
      return isFields(value) ? canonicalFields(shape, value) : value;
    case 'embed':
      return isFields(value) ? canonicalFields(documentShapes[shape.kind], value) : value;
    case 'list': {
      if (!isList(value)) return value;
      const items = value.map(item => canonical(shape.item, item));
      const [only] = items;
      return shape.single === true && items.length === 1 && typeof only === 'string' ? only : items;
    }
    case 'map':
      return isFields(value)
        ? fieldsOf([...value].map(([name, inner]) => [name, canonical(shape.value, inner)]))
        : value;
    case 'either':
      return isList(value) ? value.map(item => canonical(shape.list.item, item)) : value;
    case 'leaf':
      return canonicalLeaf(shape, value);
  }
}

function canonicalLeaf(shape: LeafShape, value: Value): Value {
  const text = textOfValue(value);
  if (shape.reading !== 'word' || shape.words === undefined || text === undefined) return value;
  const folded = foldWord(text.slice(0, 100));
  const word =
    shape.words.find(known => foldWord(known) === folded) ??
    (shape.otherWords && Object.hasOwn(shape.otherWords, folded) ? shape.otherWords[folded] : undefined);
  if (word === undefined) return value;
  return shape.numeric ? { bare: word } : word;
}
