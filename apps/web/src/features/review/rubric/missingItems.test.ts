import { describe, expect, it } from '@jest/globals';
import type { DraftScore, ReviewedChallenge } from '@assay/contracts/http';
import { completeScores, missingItems, scoreKey } from './missingItems.ts';

const anchors = { 1: 'poor', 3: 'fair', 5: 'good' };
const challenge: ReviewedChallenge = {
  slug: 'orders-api',
  title: 'Orders API',
  level: 'mid',
  minutes: 45,
  entry: 'src/index.ts',
  statement: '',
  starter: {},
  otherLanguages: [],
  submissions: [],
  rubric: [
    { id: 'correctness', title: 'Correctness', anchors },
    { id: 'clarity', title: 'Clarity', anchors },
    { id: 'errors', title: 'Errors', anchors },
  ],
};

function draft(criterion: string, score: number | null, note: string): [string, DraftScore] {
  return [scoreKey('orders-api', criterion), { challenge: 'orders-api', criterion, score, note }];
}

describe('what a review lacks', () => {
  it('is named for each criterion', () => {
    const scores = new Map([draft('correctness', 4, '  '), draft('clarity', null, 'Reads well.')]);
    expect(
      missingItems([challenge], scores).map(({ title, lacks }) => `${title}: ${lacks}`),
    ).toEqual(['Correctness: note', 'Clarity: score', 'Errors: score and note']);
  });

  it('is nothing once every criterion has a score and a note', () => {
    const scores = new Map([
      draft('correctness', 4, 'a'),
      draft('clarity', 3, 'b'),
      draft('errors', 1, 'c'),
    ]);
    expect(missingItems([challenge], scores)).toEqual([]);
    expect(completeScores(scores)).toHaveLength(3);
  });
});
