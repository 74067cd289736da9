import { asRange, asUri, isRecord } from '../arguments.ts';
import { pickPlace, type PlaceItem } from '../places.ts';

/** Shows why something is as it is: the command behind lenses. Its argument is `ReasonsArguments` of the protocol. */
export async function showReasons(argument: unknown): Promise<void> {
  if (!isRecord(argument)) return;
  const title = argument['title'];
  const reasons: unknown = argument['reasons'];
  if (typeof title !== 'string' || !Array.isArray(reasons)) return;
  await pickPlace(title, reasons.flatMap(asPlace));
}

function asPlace(reason: unknown): readonly PlaceItem[] {
  if (!isRecord(reason)) return [];
  const { text } = reason;
  const uri = asUri(reason['uri']);
  const range = asRange(reason['range']);
  return typeof text === 'string' && uri && range ? [{ text, uri, range }] : [];
}
