import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './env.ts';

const complete = { ASSAY_API_URL: 'http://api:3000', ASSAY_WORKER_TOKEN: 'token' };

describe('the environment of a worker', () => {
  it('takes the queue from Redis when both are given', () => {
    const env = readEnvironment({
      ...complete,
      REDIS_URL: 'redis://r',
      DATABASE_URL: 'postgres://p/d',
    });
    expect(env.queue).toEqual({ kind: 'redis', url: 'redis://r' });
  });

  it('takes the queue from PostgreSQL when there is no Redis', () => {
    const env = readEnvironment({ ...complete, DATABASE_URL: 'postgres://p/d' });
    expect(env.queue).toEqual({ kind: 'postgres', url: 'postgres://p/d' });
  });

  it('names in one line all that is missing', () => {
    expect(() => readEnvironment({ ASSAY_API_URL: 'api' })).toThrow(
      /^The environment is not complete: ASSAY_API_URL must be .*; ASSAY_WORKER_TOKEN must be .*\.$/,
    );
    expect(() => readEnvironment(complete)).toThrow(/REDIS_URL must say where the queue is/);
  });
});
