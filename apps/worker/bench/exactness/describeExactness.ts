import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueueKind } from '../rig/openQueue.ts';
import { startRig, type Rig } from '../rig/startRig.ts';
import type { Subject } from '../rig/Subject.ts';
import { subjects } from './subjects.ts';
import { tryExactness } from './tryExactness.ts';

/** Runs of one subject on a busy machine may take this long, ms. */
const patienceMs = 300_000;

/**
 * That verdicts repeat on one kind of queue, as tests. Runs with a PostgreSQL cost ten times as much. What keeps the
 * machine busy meanwhile are other test files; the measurement has burners of its own.
 */
export function describeExactness(
  kind: QueueKind,
  repeats: { plain: number; postgres: number },
): void {
  describe(`verdicts through a queue on ${kind}`, () => {
    const repeatsOf = ({ challenge }: Subject) =>
      repeats[challenge.seedSql === undefined ? 'plain' : 'postgres'];
    const repeated = subjects.filter((subject) => repeatsOf(subject) > 0);
    let rig: Rig;
    beforeAll(async () => {
      rig = await startRig(kind, { concurrency: 2, subjects: repeated });
    });
    afterAll(() => rig.close());

    it.each(repeated)(
      'are the same each time: $name',
      async (subject) => {
        const report = await tryExactness(rig, subject, {
          repeats: repeatsOf(subject),
          atOnce: 3,
          seed: 42,
        });
        expect(report).toMatchObject({ distinct: 1, problems: [] });
      },
      patienceMs,
    );
  });
}
