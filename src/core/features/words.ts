import type { Status } from '../model/status.ts';

const words: Readonly<Record<Status, string>> = {
  proposed: 'proposed',
  shaping: 'shaping',
  building: 'building',
  rollingOut: 'rolling out',
  measuring: 'measuring',
  concluded: 'concluded',
};

/** A status as people say it. */
export function statusWords(status: Status): string {
  return words[status];
}
