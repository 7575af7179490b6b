import { expect, it } from '@jest/globals';
import type { Report } from '@assay/contracts/http';
import { alignReports } from './alignReports.ts';

const at = '2026-05-04T10:00:00.000Z';
const anchors = { 1: 'one', 3: 'three', 5: 'five' };
const grade = (...scores: number[]) => ({
  scores: scores.map((score) => ({ by: 'Rahel', score, note: 'A note.' })),
  median: 3,
  spread: Math.max(...scores) - Math.min(...scores),
  value: 3,
});

function reportOf(name: string, challenges: Report['challenges']): Report {
  return {
    attemptId: crypto.randomUUID(),
    candidateName: name,
    isAnonymous: false,
    assessment: { title: 'Backend engineer', version: 1, organisation: 'Northwind', minutes: 60 },
    state: 'graded',
    startedAt: at,
    finishedAt: '2026-05-04T10:48:00.000Z',
    reviews: { submitted: 2, wanted: 2, rule: { reviewers: 2, furtherAt: 2 } },
    grading: { reviewers: [], furtherCalled: false, value: 3, decisions: [], overrides: [] },
    challenges,
    unknown: [],
    madeAt: at,
  };
}

const challenge = (slug: string, criteria: Report['challenges'][number]['criteria']) => ({
  slug,
  title: `Challenge ${slug}`,
  level: 'mid' as const,
  minutes: 30,
  hash: 'f'.repeat(64),
  criteria,
  runs: 0,
  submissions: 0,
});

it('puts the same criteria of several people into one row, and leaves a place empty where there is none', () => {
  const clarity = { id: 'clarity', title: 'Clarity', anchors };
  const groups = alignReports([
    reportOf('Noor', [challenge('limiter', [{ ...clarity, grade: grade(2, 4) }])]),
    reportOf('Sam', [
      challenge('orders', [{ ...clarity, grade: grade(3) }]),
      challenge('limiter', [clarity, { ...clarity, id: 'failures', title: 'Failures' }]),
    ]),
  ]);
  expect(groups.map(({ title }) => title)).toEqual([
    'Where they stand',
    'Challenge limiter',
    'Challenge orders',
  ]);
  const rowsOf = (title: string) => groups.find((group) => group.title === title)?.rows;
  expect(rowsOf('Challenge limiter')).toEqual([
    {
      label: 'Clarity',
      numbers: true,
      cells: [{ text: '3.0', detail: 'n = 2, 2 points apart' }, undefined],
    },
  ]);
  expect(rowsOf('Challenge orders')?.[0]?.cells).toEqual([
    undefined,
    { text: '3.0', detail: 'n = 1' },
  ]);
  expect(rowsOf('Where they stand')?.map(({ label }) => label)).toEqual([
    'Assessment',
    'Stage',
    'Score of 5',
    'Time used',
  ]);
});
