import { cpus, release, totalmem } from 'node:os';

/** Where and when a run was made: figures hold for this machine and this moment. */
export interface Machine {
  readonly day: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
}

export function thisMachine(now: Date): Machine {
  return {
    day: now.toISOString().slice(0, 10),
    node: process.versions.node,
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release().split('-')[0] ?? ''}`,
  };
}

export function machineText({ day, node, processor, cores, memoryGiB, system }: Machine): string {
  return `Measured on ${day} with Node ${node} on ${cores} cores of ${processor}, ${memoryGiB} GiB, ${system}.`;
}
