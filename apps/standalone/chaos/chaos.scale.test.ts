import { describe, expect, it } from '@jest/globals';
import { apiKilledInSubmit } from '#chaos/faults/apiKilledInSubmit.ts';
import { postgresKilled } from '#chaos/faults/postgresAway.ts';
import { redisKilled } from '#chaos/faults/redisKilled.ts';
import { isHarmless } from './presentOutcomes.ts';
import { runFaults } from './runFaults.ts';

describe('an installation under load whose servers are killed', () => {
  it('loses nothing, doubles nothing and judges nothing wrongly, and everybody goes on', async () => {
    const outcomes = await runFaults([apiKilledInSubmit, redisKilled, postgresKilled], {
      repeats: 1,
      lanes: 1,
      signal: new AbortController().signal,
      seed: 1,
      candidates: 2,
      lastsMs: 300,
      onProgress: () => {},
    });
    expect(
      outcomes.map(({ name, repeats, submissions }) => [name, repeats, submissions > 0]),
    ).toEqual([apiKilledInSubmit, redisKilled, postgresKilled].map(({ name }) => [name, 1, true]));
    expect(outcomes.filter((outcome) => !isHarmless(outcome))).toEqual([]);
  }, 600_000);
});
