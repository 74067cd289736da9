import type { Verdict } from '../../model/verdict.ts';

/** A sign of its own outline for each verdict, 16 by 16 around the origin, so that it is told apart without colour. */
export const VERDICT_SHAPES: Readonly<Record<Verdict, string>> = {
  hit: '<circle class="solid" r="8"/><path class="mark" d="M-3.6.2-1 2.8 3.8-2.6"/>',
  close: '<circle class="outline" r="7"/><path class="solid" d="M0-7a7 7 0 0 1 0 14z"/>',
  missed:
    '<rect class="solid" x="-7.5" y="-7.5" width="15" height="15" rx="3"/><path class="mark" d="M-3-3 3 3M3-3-3 3"/>',
  within:
    '<path class="solid" d="M0-8.5 7-6v5.5C7 4 4 7 0 8.5-4 7-7 4-7-.5V-6z"/><path class="mark" d="M-3.2.2-.8 2.6 3.4-2.2"/>',
  alert:
    '<path class="solid" d="M0-8.2c.6 0 1 .3 1.3.8L8.4 5.6c.5.9 0 1.9-1.1 1.9H-7.3c-1.1 0-1.6-1-1.1-1.9L-1.3-7.4c.3-.5.7-.8 1.3-.8z"/><path class="mark" d="M0-3.4V1.4M0 4.3v.1"/>',
  breached:
    '<path class="solid" d="M-3.4-8.2h6.8L8.2-3.4v6.8L3.4 8.2h-6.8L-8.2 3.4v-6.8z"/><path class="mark" d="M-4.2 0h8.4"/>',
  unknown:
    '<circle class="outline unsure" r="7"/><path class="ask" d="M-2-1.8c0-2.7 4.1-2.7 4.1-.2C2.1-.4 0-.4 0 1.4M0 3.7v.1"/>',
};

/** The sign of a primary metric: a star of five points around the origin, 5 wide. */
export const STAR = 'M0-5.2 1.5-1.9 5-1.5 2.4.9 3.1 4.4 0 2.7-3.1 4.4-2.4.9-5-1.5-1.5-1.9z';

/** The sign of what is wrong with the hierarchy itself, not with a value. */
export const TO_MEND = '<path class="fault" d="M0-7 8 7H-8zM0-1.5V2.5M0 4.8v.1"/>';
