import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueueKind } from '../rig/openQueue.ts';
import { startRig, type Rig } from '../rig/startRig.ts';
import { burnCpu } from './burnCpu.ts';
import { subjects } from './subjects.ts';
import { tryExactness } from './tryExactness.ts';

/** Runs of one subject on a busy machine may take this long, ms. */
const patienceMs = 300_000;

/** That verdicts repeat on one kind of queue, as tests. Runs with a PostgreSQL cost ten times as much. */
export function describeExactness(
  kind: QueueKind,
  repeats: { plain: number; postgres: number },
): void {
  describe(`verdicts through a queue on ${kind}, beside busy processes`, () => {
    let rig: Rig;
    let burners: ReturnType<typeof burnCpu>;
    beforeAll(async () => {
      rig = await startRig(kind, { concurrency: 2, subjects });
      burners = burnCpu(2);
    });
    afterAll(async () => {
      await burners.stop();
      await rig.close();
    });

    it.each(subjects)(
      'are the same each time: $name',
      async (subject) => {
        const flavour = subject.challenge.seedSql === undefined ? 'plain' : 'postgres';
        const report = await tryExactness(rig, subject, {
          repeats: repeats[flavour],
          atOnce: 3,
          seed: 42,
        });
        expect(report).toMatchObject({ distinct: 1, problems: [] });
      },
      patienceMs,
    );
  });
}
