import { describe, expect, it } from '@jest/globals';
import { judgeOptions } from '@assay/sandbox';
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

  it('takes any profile where none is named, and in production none but the strongest', () => {
    const env = { ...complete, REDIS_URL: 'redis://r' };
    expect(judgeOptions(readEnvironment(env))).toEqual({ profile: 'auto', postgresRunners: 1 });
    expect(judgeOptions(readEnvironment({ ...env, NODE_ENV: 'production' })).profile).toBe(
      'namespaces',
    );
    const named = { ASSAY_SANDBOX_PROFILE: 'process', NODE_ENV: 'production' };
    expect(judgeOptions(readEnvironment({ ...env, ...named })).profile).toBe('process');
    expect(() => readEnvironment({ ...env, ASSAY_SANDBOX_PROFILE: 'none' })).toThrow(
      'ASSAY_SANDBOX_PROFILE must be auto, process or namespaces',
    );
  });

  it('keeps as many PostgreSQL ready as it is told, which may be none', () => {
    const env = { ...complete, REDIS_URL: 'redis://r' };
    const options = judgeOptions(readEnvironment({ ...env, ASSAY_WARM_POSTGRES: '0' }));
    expect(options.postgresRunners).toBe(0);
    expect(() => readEnvironment({ ...env, ASSAY_WARM_POSTGRES: 'some' })).toThrow(
      'ASSAY_WARM_POSTGRES must be a number',
    );
  });

  it('names in one line all that is missing', () => {
    expect(() => readEnvironment({ ASSAY_API_URL: 'api' })).toThrow(
      /^The environment is not complete: ASSAY_API_URL must be .*; ASSAY_WORKER_TOKEN must be .*\.$/,
    );
    expect(() => readEnvironment(complete)).toThrow(/REDIS_URL must say where the queue is/);
  });
});
