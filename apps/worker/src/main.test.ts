import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const main = join(import.meta.dirname, 'main.ts');

const complete = {
  ASSAY_API_URL: 'http://127.0.0.1:1',
  ASSAY_WORKER_TOKEN: 'a token',
  REDIS_URL: 'redis://127.0.0.1:1',
};

describe('the worker as a process', () => {
  it('says in one line what its environment lacks, and ends', async () => {
    const ended = run(process.execPath, [main], { env: { ASSAY_API_URL: 'http://127.0.0.1:1' } });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'The environment is not complete: ASSAY_WORKER_TOKEN must be the token that the API was given.\n',
    });
  });

  it.each([
    ['ASSAY_SANDBOX_PROFILE', 'namespaces'],
    ['NODE_ENV', 'production'],
  ])('refuses to judge by less than %s=%s asks for', async (name, value) => {
    const ended = run(process.execPath, [main], {
      env: { ...complete, [name]: value, ASSAY_BWRAP: '/no/bwrap' },
    });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^Runners cannot be confined by the profile "namespaces": ASSAY_BWRAP names \/no\/bwrap, which is no program\. .*\n$/,
      ),
    });
  });
});
