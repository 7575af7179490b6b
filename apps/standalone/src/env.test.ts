import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './env.ts';

describe('the environment of npm start', () => {
  it('needs nothing', () => {
    expect(readEnvironment({})).toEqual({
      PORT: 3_000,
      HOST: '127.0.0.1',
      ASSAY_DATA_DIR: '.assay',
      ASSAY_DEMO: '1',
      ASSAY_ADMIN_EMAIL: 'admin@assay.localhost',
      LOG_LEVEL: 'warn',
      ASSAY_SMTP_TLS: 'required',
      ASSAY_METRICS_HOST: '127.0.0.1',
      ASSAY_OIDC_NAME: 'single sign-on',
      ASSAY_OIDC_SCOPES: 'openid email profile',
      ASSAY_OIDC_UNKNOWN: 'refuse',
      ASSAY_GROUP_QUESTIONS: ['gender', 'age'],
      ASSAY_SANDBOX_PROFILE: 'auto',
      ASSAY_WARM_POSTGRES: 1,
    });
  });

  it('takes the questions about groups as words, or none', () => {
    const asked = (text: string) =>
      readEnvironment({ ASSAY_GROUP_QUESTIONS: text }).ASSAY_GROUP_QUESTIONS;
    expect([asked(''), asked('age disability')]).toEqual([[], ['age', 'disability']]);
    expect(() => asked('shoes')).toThrow('must be some of gender, age, ethnicity, disability');
  });

  it('names in one line all that is wrong', () => {
    const wrong = { PORT: 'http', ASSAY_DEMO: 'yes', ASSAY_URL: 'assay.test' };
    expect(() => readEnvironment(wrong)).toThrow(
      /^Assay cannot start: PORT must be a number; ASSAY_DEMO must be 0, 1 or people; ASSAY_URL must be an http\(s\) address\.$/,
    );
  });
});
