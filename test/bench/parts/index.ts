import type { Part } from '../part.ts';
import { activation } from './activation.ts';
import { answers } from './answers.ts';
import { checkLarge, checkSmall } from './check.ts';
import { growth } from './growth.ts';
import { hostile } from './hostile.ts';
import { keystroke } from './keystroke.ts';
import { keystrokeLarge } from './keystroke-large.ts';
import { keystrokeShown } from './keystroke-shown.ts';
import { memory } from './memory.ts';
import { oneChanged } from './one-changed.ts';
import { peers } from './peers.ts';
import { picture } from './picture.ts';
import { pictures } from './pictures.ts';
import { rules } from './rules.ts';
import { secondCheck } from './second-check.ts';
import { start } from './start.ts';

/** Everything that is measured, in this order. */
export const parts: readonly Part[] = [
  ...[start, keystroke, keystrokeShown, keystrokeLarge, picture, pictures, answers, rules, oneChanged, hostile],
  ...[checkSmall, checkLarge, growth, memory, secondCheck, activation, peers],
];
