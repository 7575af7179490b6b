import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { aggregate } from './aggregate.ts';
import { countWanted } from './countWanted.ts';

describe('what reviews come to', () => {
  it('is what the example of docs/grading.md says', async () => {
    const text = await readFile(new URL('../../../../docs/grading.md', import.meta.url), 'utf8');
    const [page = ''] = text.split('\n## The decision');
    const [, , ...rows] = page
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows).toHaveLength(5);
    const criteria = rows.map(
      ([, group = '', name, one, two, further, median, override, value]) => ({
        group,
        name,
        scores: [one, two, further].map(Number),
        override: override === '' ? undefined : Number(override),
        says: { median: Number(median), value: Number(value) },
      }),
    );
    const all = aggregate(criteria);
    for (const { says, median, value } of all.criteria) expect({ median, value }).toEqual(says);
    const words = page.replaceAll(/\s+/g, ' ');
    for (const { group, value } of all.groups)
      expect(words).toContain(`\`${group}\` counts ${value}`);
    expect(words).toContain(`the attempt counts ${all.value}.`);

    const rule = { reviewers: 2, furtherAt: 2 };
    const firstTwo = criteria.map(({ scores }) => scores.slice(0, 2));
    expect(countWanted(rule, { called: null, submitted: 2, scores: firstTwo })).toEqual({
      wanted: 3,
      called: 3,
    });
  });

  it('is nothing before the first review', () => {
    expect(aggregate([{ group: 'limiter', scores: [] }])).toEqual({ criteria: [], groups: [] });
  });
});

describe('a call for a further reviewer', () => {
  const rule = { reviewers: 2, furtherAt: 2 };

  it('comes once, and only when all who were wanted are in', () => {
    const apart = [[1, 5]];
    expect(countWanted(rule, { called: null, submitted: 1, scores: [[1]] }).wanted).toBe(2);
    expect(countWanted(rule, { called: null, submitted: 2, scores: [[3, 4]] }).wanted).toBe(2);
    expect(countWanted(rule, { called: null, submitted: 2, scores: apart }).wanted).toBe(3);
    expect(countWanted(rule, { called: 3, submitted: 3, scores: [[1, 5, 3]] }).wanted).toBe(3);
    const three = { ...rule, reviewers: 3 };
    expect(countWanted(three, { called: null, submitted: 2, scores: apart }).wanted).toBe(3);
  });

  it('comes for a second review that nobody had asked for, too', () => {
    const one = { reviewers: 1, furtherAt: 2 };
    expect(countWanted(one, { called: null, submitted: 1, scores: [[5]] }).wanted).toBe(1);
    expect(countWanted(one, { called: null, submitted: 2, scores: [[5, 2]] }).wanted).toBe(3);
  });
});
