import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AuthorJudge, createJudge } from '@assay/sandbox';
import { loadChallenge } from '#folder/loadChallenge.ts';
import { verifyChallenge } from '#verify/verifyChallenge.ts';
import { createChallenge } from './createChallenge.ts';

let judge: AuthorJudge;
let parent: string;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 2, postgresRunners: 0, concurrency: 2 });
  parent = await mkdtemp(join(tmpdir(), 'assay-new-'));
});
afterAll(async () => {
  await judge.close();
  await rm(parent, { recursive: true, force: true });
});

describe('createChallenge', () => {
  it.each(['module', 'http'] as const)(
    'makes a challenge with the %s port that passes its gate',
    async (port) => {
      const dir = join(parent, `my-${port}-challenge`);
      await createChallenge(dir, port);
      const challenge = await loadChallenge(dir);
      const report = await verifyChallenge(challenge, judge);

      expect(report.rows.filter((row) => !row.ok)).toEqual([]);
      expect(challenge.manifest.title).toBe(`My ${port} challenge`);
      expect(challenge.statement).toMatch(/^# My \w+ challenge\n/);
    },
  );

  it('touches nothing that is there, and wants a usable name', async () => {
    await expect(createChallenge(parent, 'http')).rejects.toThrow('no name for a challenge');
    await createChallenge(join(parent, 'twice'), 'http');
    await expect(createChallenge(join(parent, 'twice'), 'module')).rejects.toThrow('there already');
    await expect(createChallenge(join(parent, 'Not Usable'), 'http')).rejects.toThrow(
      'Use lower-case words',
    );
    expect(await readdir(parent)).not.toContain('Not Usable');
  });
});
