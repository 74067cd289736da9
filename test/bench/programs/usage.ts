// Loaded before a program that is measured: leaves what it used where the bench looks for it.
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 };
  writeFileSync(process.env['BETWRIGHT_BENCH_USAGE'] ?? '', JSON.stringify(usage));
});
