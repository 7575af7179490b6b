import { describe, expect, it } from '@jest/globals';
import type { OfferedChallenge, RoleDraft } from '@assay/contracts/http';
import { describeRole } from './describeRole.ts';
import { suggestChallenges } from './suggestChallenges.ts';

const role: RoleDraft = {
  title: 'Payments engineer',
  organisation: 'Northwind',
  level: 'senior',
  skills: [
    { name: 'PostgreSQL', weight: 2, need: 'must' },
    { name: 'Idempotency', weight: 5, need: 'must' },
    { name: 'Express', weight: 1, need: 'nice' },
    { name: 'Kubernetes', weight: 2, need: 'nice' },
  ],
  sections: {
    intro: 'We move money.',
    overview: '',
    project: '',
    culture: 'Calm.',
    qualifications: '',
  },
};

function offer(
  slug: string,
  minutes: number,
  skills: string[],
  level: OfferedChallenge['level'] = 'senior',
): OfferedChallenge {
  return { slug, title: slug, summary: '', level, minutes, skills, rubric: [] };
}
const slugs = (offered: OfferedChallenge[], minutes: number) =>
  suggestChallenges(role, offered, minutes).challenges.map(({ challenge }) => challenge.slug);

describe('the job description of a role', () => {
  it('has a heading for each part that somebody wrote, and skills by weight', () => {
    expect(describeRole(role)).toBe(`# Payments engineer, Northwind

Level: senior

We move money.

## Technical requirements

What you bring:

- Idempotency
- PostgreSQL

Good to have, and no reason not to write to us:

- Kubernetes
- Express

## How we work, and what we offer

Calm.
`);
  });
});

describe('a suggested assessment', () => {
  it('covers the weightiest must-haves first, then the rest, and says what it leaves out', () => {
    const offered = [
      offer('outbox', 60, ['idempotency', 'PostgreSQL']),
      offer('api', 45, ['Express']),
      offer('cache', 30, ['Caching']),
    ];
    const suggestion = suggestChallenges(role, offered, 120);
    expect(suggestion.challenges.map(({ challenge, skills }) => [challenge.slug, skills])).toEqual([
      ['outbox', ['PostgreSQL', 'Idempotency']],
      ['api', ['Express']],
    ]);
    expect(suggestion).toMatchObject({ minutes: 105, coveredPercent: 80 });
    expect(suggestion.uncovered.map(({ name }) => name)).toEqual(['Kubernetes']);
    expect(slugs(offered, 60)).toEqual(['outbox']);
  });

  it('finds the set that fits when the best single challenge does not leave room', () => {
    const offered = [
      offer('long', 100, ['Idempotency']),
      offer('short', 50, ['Idempotency']),
      offer('sql', 50, ['PostgreSQL']),
    ];
    expect(new Set(slugs(offered, 100))).toEqual(new Set(['short', 'sql']));
  });

  it('takes the nearer level and then the shorter one, and nothing two levels away', () => {
    const skills = ['Idempotency'];
    expect(slugs([offer('mid', 30, skills, 'mid'), offer('senior', 60, skills)], 90)).toEqual([
      'senior',
    ]);
    expect(slugs([offer('a', 60, skills), offer('b', 50, skills)], 90)).toEqual(['b']);
    expect(slugs([offer('junior', 30, skills, 'junior')], 90)).toEqual([]);
  });

  it('is quick in a library of hundreds', () => {
    const many = Array.from({ length: 400 }, (_, index) =>
      offer(`c${index}`, 30 + (index % 5), [
        ['PostgreSQL', 'Idempotency', 'Express'][index % 3] ?? '',
      ]),
    );
    expect(suggestChallenges(role, many, 240)).toMatchObject({ coveredPercent: 80 });
  });
});
