import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSecret } from './readSecret.ts';

describe('the secret', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assay-secret-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is made once, of 32 random bytes, readable by its owner alone', async () => {
    const secret = await readSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
    expect(await readSecret(folder)).toBe(secret);
  });
});
