import { describe, expect, it } from '@jest/globals';
import { passedVerdict as passed } from '../fixtures/passedVerdict.ts';
import { subjects } from '../exactness/subjects.ts';
import { Ledger } from './Ledger.ts';
import { runSoak } from './runSoak.ts';
import { honestSubjects, hostileSubjects } from './subjects.ts';

/** A soak on a busy machine may take that long, ms. */
const patienceMs = 400_000;
/** Hostile programs of few milliseconds, so that the test is none of patience. */
const quick = ['exit-zero', 'console-flood', 'loop-in-handler'];

describe('a worker', () => {
  it(
    'loses and doubles no verdict, judges rightly and leaves no process, also among hostile programs',
    async () => {
      const all = await hostileSubjects();
      const hostile = all.filter(({ name }) => quick.includes(name));
      expect(hostile.map(({ name }) => name).toSorted()).toEqual(quick.toSorted());
      const report = await runSoak({
        queue: 'pglite',
        submissions: 40,
        concurrency: 2,
        honest: honestSubjects(),
        hostile,
      });
      expect(report).toMatchObject({
        judged: 40,
        lost: 0,
        doubled: 0,
        wrongHonest: 0,
        leftovers: 0,
        zombies: 0,
      });
    },
    patienceMs,
  );
});

describe('the ledger of a soak', () => {
  const [subject] = subjects;
  if (subject === undefined) throw new Error('There are no subjects.');

  it('notices what comes twice, what is wrong, and what differs from the first time', () => {
    const ledger = new Ledger();
    for (const id of ['a', 'b', 'c', 'd', 'e'])
      ledger.sent(id, { subject, seed: 1, honest: id !== 'd' });
    ledger.received('a', passed);
    ledger.received('a', passed);
    ledger.received('b', { ...passed, status: 'failed' });
    ledger.received('c', { ...passed, hallmark: 'b'.repeat(12) });
    ledger.received('d', { ...passed, status: 'no_tests' });
    ledger.received('unknown', passed);
    const { judged, waiting, doubled, wrongHonest, wrongHostile } = ledger;
    expect({ judged, waiting, doubled, wrongHonest, wrongHostile }).toEqual({
      judged: 4,
      waiting: 1,
      doubled: 2,
      wrongHonest: 2,
      wrongHostile: 1,
    });
  });
});
