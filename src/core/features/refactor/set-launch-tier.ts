import { neededComponents } from '../../computed/launch-needs.ts';
import {
  componentNames,
  componentOf,
  componentStatus,
  componentTitles,
  isSettled,
} from '../../computed/launch-state.ts';
import type { Launch } from '../../model/types.gen.ts';
import { launchPlan } from '../../templates/launch.ts';
import { standalonePart, type Part } from '../../workspace/part.ts';
import { finished, newDesk, write } from './desk.ts';
import { createPart, standsInFiles } from './new-part.ts';
import { artifactAt, betAt, spotInBet, spotOfPart, type Pointer } from './place.ts';
import { refused, wish, type RefactorContext, type Refactored } from './plan.ts';
import { templateFields } from './template-fields.ts';
import { fieldsOf, hole, type Fields, type Value } from './value.ts';

export interface TierWishes {
  readonly tier: 1 | 2 | 3 | 4;
  /** Of the launch, where it has none. */
  readonly owner?: string;
  /** The day of the launch, where it has none. */
  readonly date?: string;
}

/** The tier of a launch, and the components and checklists that it needs; what is there stays as it is. */
export function setLaunchTier(context: RefactorContext, pointer: Pointer, wishes: TierWishes): Refactored {
  if (![1, 2, 3, 4].includes(wishes.tier)) return refused('A tier is 1, 2, 3 or 4.');
  const artifact = artifactAt(context, pointer);
  const bet = betAt(context, pointer);
  const launch: Part<'launch'> | undefined = artifact?.kind === 'launch' ? standalonePart(artifact) : bet?.launch;
  if (launch === undefined && bet === undefined) return refused('Here is no launch, and no bet that could have one.');
  if (launch === undefined && bet?.bet.launch?.type === 'reference')
    return refused(`The bet names a launch "${bet.bet.launch.id}" that is nowhere: mend the reference, or remove it.`);
  const fields = tierFields(launch?.model, wishes);
  if (fields.size === 0) return refused(`The launch is of tier ${wishes.tier} already, and has all that it needs.`);
  const desk = newDesk(context);
  if (launch) {
    const unneeded = componentNames.filter(
      name =>
        componentOf(launch.model, name) !== undefined &&
        !neededComponents(wishes.tier).includes(name) &&
        !isSettled(componentStatus(launch.model, name)),
    );
    if (unneeded.length > 0)
      desk.warnings.push(
        `Tier ${wishes.tier} does not need ${unneeded.map(name => componentTitles[name]).join(', ')}: it stays as it is.`,
      );
    write(desk, spotOfPart(launch), fields);
  } else if (bet && standsInFiles(bet)) createPart(desk, bet, 'launch', fields);
  else if (bet) write(desk, spotInBet(bet.artifact, 'launch'), fields);
  return finished(desk);
}

function tierFields(launch: Launch | undefined, wishes: TierWishes): Fields {
  const { tier } = wishes;
  const owner = wish(wishes.owner);
  const components = neededComponents(tier).filter(
    name => launch === undefined || componentOf(launch, name) === undefined,
  );
  const usual = templateFields(launchPlan, {});
  // Small launches are told of, and that is all.
  const isBig = tier <= 2;
  const checklist = (name: 'preLaunch' | 'launchDay' | 'postLaunch' | 'adoption'): Value | undefined =>
    isBig && launch?.[name] === undefined ? usual.get(name) : undefined;
  return fieldsOf([
    ['owner', launch?.owner ? undefined : owner],
    ['tier', launch?.tier?.number === tier ? undefined : { bare: String(tier) }],
    ['date', launch?.date ? undefined : (wish(wishes.date) ?? (launch === undefined ? hole : undefined))],
    [
      'components',
      components.length === 0
        ? undefined
        : fieldsOf(
            components.map(
              name =>
                [
                  name,
                  fieldsOf([
                    ['owner', owner ?? launch?.owner?.name?.text],
                    ['status', 'open'],
                  ]),
                ] as const,
            ),
          ),
    ],
    ['preLaunch', checklist('preLaunch')],
    ['launchDay', checklist('launchDay')],
    ['postLaunch', checklist('postLaunch')],
    ['adoption', checklist('adoption')],
  ]);
}
