import { setTimeout as pause } from 'node:timers/promises';
import type { Gate } from './gate.ts';

/** Does the work, and again after each pause as long as it brings nothing and the gate is open for it. */
export async function retrying<Result>(
  { pausesMs, gate }: { pausesMs: number[]; gate: Gate },
  work: () => Promise<Result | undefined>,
): Promise<Result | undefined> {
  const left = [...pausesMs];
  for (;;) {
    const pass = gate.ask();
    if (pass === undefined) return undefined;
    const result = await work();
    pass.report(result !== undefined);
    const longest = left.shift();
    if (result !== undefined || pass.once || longest === undefined) return result;
    await pause(Math.random() * longest);
  }
}
