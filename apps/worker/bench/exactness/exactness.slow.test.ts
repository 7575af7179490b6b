import { describe, expect, it } from '@jest/globals';
import { passedVerdict as verdict } from '../fixtures/passedVerdict.ts';
import { describeExactness } from './describeExactness.ts';
import { subjects } from './subjects.ts';
import { tryExactness } from './tryExactness.ts';

describeExactness('pglite', { plain: 3, postgres: 2 });

describe('the measurement of exactness', () => {
  it('finds a verdict that differs from the others, and says where', async () => {
    const [subject] = subjects;
    if (subject === undefined) throw new Error('There are no subjects.');
    let runs = 0;
    const submit = async () => {
      runs += 1;
      return { ...verdict, hallmark: runs === 5 ? 'b'.repeat(12) : 'a'.repeat(12) };
    };
    const rig = { submit, close: async () => {} };
    const report = await tryExactness(rig, subject, { repeats: 10, atOnce: 2, seed: 1 });
    expect(report).toMatchObject({
      repeats: 10,
      distinct: 2,
      problems: [expect.stringContaining('bbbbbbbbbbbb')],
    });
  });
});
