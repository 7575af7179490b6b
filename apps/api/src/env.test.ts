import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './env.ts';

const complete = {
  DATABASE_URL: 'postgres://db.test/assay',
  REDIS_URL: 'redis://queue.test',
  ASSAY_URL: 'https://assay.test',
  ASSAY_SECRET: 'x'.repeat(32),
  ASSAY_WORKER_TOKEN: 'y'.repeat(16),
};

describe('the environment of the API', () => {
  it('has defaults for all but addresses and secrets', () => {
    expect(readEnvironment(complete)).toEqual({
      ...complete,
      PORT: 3_000,
      HOST: '127.0.0.1',
      ASSAY_TRUST_PROXY: 'loopback',
      ASSAY_DEMO: false,
      LOG_LEVEL: 'info',
    });
  });

  it('names in one line all that is wrong', () => {
    expect(() =>
      readEnvironment({ ...complete, REDIS_URL: undefined, ASSAY_SECRET: 'short' }),
    ).toThrow(
      'The API cannot start: REDIS_URL must be the redis:// address of the queue; ASSAY_SECRET must have at least 32 characters.',
    );
  });

  it('takes servers for calls, and TURN servers only with their secret', () => {
    const servers = 'stun:stun.test:3478 turn:turn.test?transport=udp';
    expect(() => readEnvironment({ ...complete, ASSAY_ICE_SERVERS: servers })).toThrow(
      'ASSAY_TURN_SECRET must be the secret of the TURN servers in ASSAY_ICE_SERVERS',
    );
    expect(() => readEnvironment({ ...complete, ASSAY_ICE_SERVERS: 'https://turn.test' })).toThrow(
      'ASSAY_ICE_SERVERS must be stun: and turn: addresses, separated by spaces',
    );
    const ASSAY_TURN_SECRET = 'z'.repeat(16);
    expect(
      readEnvironment({ ...complete, ASSAY_ICE_SERVERS: servers, ASSAY_TURN_SECRET }),
    ).toMatchObject({ ASSAY_TURN_SECRET });
  });
});
