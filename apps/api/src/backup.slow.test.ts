import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  askForBackup,
  backUpFolder,
  listAudit,
  listDocumentUpdates,
  listSubmissions,
  restoreFolder,
  serveBackups,
} from '@assay/db';
import { invite } from '#testing/people.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

/** A checkpoint waits for the disk, which on a busy machine takes that long, ms. */
const patienceMs = 180_000;

let parent: string;
let folder: string;
let file: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'assay-backup-'));
  folder = join(parent, 'data');
  file = join(parent, 'backup.tar.gz');
});
afterAll(() => rm(parent, { recursive: true, force: true }));

/** All that the database has of an attempt that a backup must keep. */
async function contents({ db }: TestApi, attemptId: string) {
  return {
    updates: await listDocumentUpdates(db, { attemptId, challenge: 'sample' }, 0),
    submissions: await listSubmissions(db, attemptId),
    audit: await listAudit(db, `attempt:${attemptId}`),
  };
}

describe('a backup of a data folder', () => {
  it(
    'made while people work has all that was acknowledged before, and works after all else is lost',
    async () => {
      const api = await startTestApi({ dataFolder: join(folder, 'database') });
      await writeFile(join(folder, 'secret'), 'a secret');
      const asking = await serveBackups(folder, (path) => backUpFolder(folder, api.pglite, path));
      const judging = api.judgeWith(async (job) => sampleVerdict(job));
      const { client, path, attemptId } = await invite(api, { started: true });
      const write = (text: string) =>
        client.put(`${path}/workspaces/sample`, { files: { 'src/index.ts': text } });
      await write('// before');
      await client.post(`${path}/submissions`, { challenge: 'sample', suite: 'hidden' });
      await waitFor(async () =>
        (await listSubmissions(api.db, attemptId)).every(({ state }) => state === 'judged'),
      );
      const before = await contents(api, attemptId);
      expect(before.updates.length).toBeGreaterThan(1);

      // The candidate goes on typing meanwhile.
      let typing = true;
      const typed = (async () => {
        for (let count = 0; typing; count += 1) await write(`// meanwhile ${count}`);
      })();
      const asked = await askForBackup(folder, file);
      typing = false;
      await typed;
      expect(asked).toEqual({ status: 'made' });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const refused = [
        { to: file, why: /backup\.tar\.gz is there already/ },
        {
          to: join(parent, 'nowhere', 'backup'),
          why: /nowhere\/backup cannot be written \(ENOENT\)/,
        },
      ];
      for (const { to, why } of refused)
        expect(await askForBackup(folder, to)).toEqual({
          status: 'failed',
          why: expect.stringMatching(why),
        });
      expect((await readdir(parent)).toSorted()).toEqual(['backup.tar.gz', 'data']);
      await judging.close();
      await asking.close();
      await api.close();
      await rm(folder, { recursive: true });

      await restoreFolder(file, folder);
      expect(await readFile(join(folder, 'secret'), 'utf8')).toBe('a secret');
      const again = await startTestApi({ dataFolder: join(folder, 'database') });
      const after = await contents(again, attemptId);
      expect(after.submissions).toEqual(before.submissions);
      expect(after.audit).toEqual(before.audit);
      expect(after.updates.slice(0, before.updates.length)).toEqual(before.updates);
      // The database is whole, and takes more.
      const other = await invite(again, { started: true });
      expect((await other.client.get(other.path)).status).toBe(200);
      await again.close();
      await expect(restoreFolder(file, folder)).rejects.toThrow(
        /holds data of Assay.*nothing was changed/,
      );
      expect(await askForBackup(folder, file)).toEqual({ status: 'nobody' });
    },
    patienceMs,
  );

  it('that is cut off, or is none, leaves nothing in the folder', async () => {
    const [empty, other] = [join(parent, 'empty'), join(parent, 'no-backup')];
    await writeFile(other, 'this is no archive');
    await truncate(file, (await stat(file)).size - 1_000);
    for (const damaged of [other, file, join(parent, 'nowhere')]) {
      await expect(restoreFolder(damaged, empty)).rejects.toThrow(
        /is no whole backup of Assay; nothing was restored/,
      );
      expect(await readdir(empty)).toEqual([]);
    }
  });
});
