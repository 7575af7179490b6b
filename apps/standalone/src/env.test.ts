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
      ASSAY_SANDBOX_PROFILE: 'auto',
      ASSAY_WARM_POSTGRES: 1,
    });
  });

  it('names in one line all that is wrong', () => {
    const wrong = { PORT: 'http', ASSAY_DEMO: 'yes', ASSAY_URL: 'assay.test' };
    expect(() => readEnvironment(wrong)).toThrow(
      /^Assay cannot start: PORT must be a number; ASSAY_DEMO must be 0, 1 or people; ASSAY_URL must be an http\(s\) address\.$/,
    );
  });
});
