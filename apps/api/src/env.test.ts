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
      ASSAY_SMTP_TLS: 'required',
      ASSAY_METRICS_HOST: '127.0.0.1',
      ASSAY_OIDC_NAME: 'single sign-on',
      ASSAY_OIDC_SCOPES: 'openid email profile',
      ASSAY_OIDC_UNKNOWN: 'refuse',
      ASSAY_GROUP_QUESTIONS: ['gender', 'age'],
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

  it('takes a mail server only with a sender that is one', () => {
    const ASSAY_SMTP_URL = 'smtps://me:secret@mail.test';
    const read = (more: object) => () => readEnvironment({ ...complete, ...more });
    expect(read({ ASSAY_SMTP_URL })).toThrow(
      'ASSAY_MAIL_FROM must be the sender of the mails that ASSAY_SMTP_URL sends',
    );
    for (const ASSAY_MAIL_FROM of ['Hiring', 'Hiring <hiring>', 'A\nBcc: x@x.test <a@x.test>'])
      expect(read({ ASSAY_MAIL_FROM })).toThrow('must be an address, or Name <address>');
    expect(read({ ASSAY_SMTP_URL: 'https://mail.test' })).toThrow('ASSAY_SMTP_URL must be');
    const ASSAY_MAIL_FROM = 'Northwind Hiring <hiring@northwind.test>';
    expect(read({ ASSAY_SMTP_URL, ASSAY_MAIL_FROM })).not.toThrow();
  });

  it('takes an OpenID provider over TLS with its client, and makes members only of a domain', () => {
    const read = (more: object) => () => readEnvironment({ ...complete, ...more });
    const provider = {
      ASSAY_OIDC_ISSUER: 'https://id.test',
      ASSAY_OIDC_CLIENT_ID: 'assay',
      ASSAY_OIDC_CLIENT_SECRET: 'secret',
    };
    expect(read(provider)).not.toThrow();
    expect(read({ ASSAY_OIDC_ISSUER: 'https://id.test' })).toThrow('ASSAY_OIDC_CLIENT_ID');
    expect(read({ ...provider, ASSAY_OIDC_ISSUER: 'http://id.test' })).toThrow('must be the https');
    expect(read({ ...provider, ASSAY_OIDC_ROLES: 'staff=boss' })).toThrow('ASSAY_OIDC_ROLES');
    const creates = { ...provider, ASSAY_OIDC_UNKNOWN: 'create' };
    expect(read(creates)).toThrow('needs ASSAY_OIDC_DOMAINS');
    const bounds = { ASSAY_OIDC_DOMAINS: 'northwind.test', ASSAY_OIDC_DEFAULT_ROLE: 'reviewer' };
    expect(read({ ...creates, ...bounds })).not.toThrow();
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
