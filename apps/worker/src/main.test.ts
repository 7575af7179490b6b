import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const main = join(import.meta.dirname, 'main.ts');

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
});
