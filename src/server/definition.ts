import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { definitionsOf } from '../core/features/navigation/definition.ts';
import type { Judge } from '../core/service.ts';
import { rangeIn } from './convert.ts';
import type { Spots } from './spots.ts';

/**
 * Where an id or a metric's name stands that is used here. From where it stands itself this is that very place: editors
 * then show what refers to it.
 * @param links whether the client takes links, which say how much of the text is the id
 */
export function createDefinition(
  judge: Judge,
  spots: Spots,
  links: boolean,
): (params: DefinitionParams) => Location[] | LocationLink[] | null {
  return params => {
    const asked = spots.at(params);
    if (asked === undefined) return null;
    const { spot, document } = asked;
    const found = definitionsOf(spot.subject, judge, spot.mention.text).flatMap(({ file, span, selection }) => {
      const target = spots.location(file, selection);
      const whole = spots.location(file, span);
      return target && whole ? [{ target, whole }] : [];
    });
    if (!links) return found.map(({ target }) => target);
    return found.map(({ target, whole }) => ({
      originSelectionRange: rangeIn(document.lines, spot.span),
      targetUri: target.uri,
      targetRange: whole.range,
      targetSelectionRange: target.range,
    }));
  };
}
