import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packFiles, readChallenge, readPacked } from '@assay/challenges';
import { AuthoredChallenge, AuthorRow, Verification } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { insertAssessment, listAudit, listPinnedChallenges } from '@assay/db';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { doublingFiles } from '#testing/authoredChallenge.ts';
import { invite, signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const at = '/api/author/challenges';
const fresh = {
  slug: 'parcel-lockers',
  port: 'http',
  title: 'Parcel lockers: "who" gets $& in?',
  summary: 'Doors: open them once # and for one person only.',
  skills: ['Express', 'Locks, and keys'],
  level: 'senior',
  minutes: 75,
};
/** Content of its own, so that no two challenges of these tests are the same. */
const content = (title: string): Files => ({ ...doublingFiles, 'README.md': `# ${title}\n` });

let api: TestApi;
let author: ApiClient;
beforeAll(async () => {
  const challenges = ['from-folder', 'in-use'].map((slug) => readChallenge(slug, content(slug)));
  api = await startTestApi({ challenges });
  author = await signIn(api, 'author');
});
afterAll(() => api.close());

const get = async (slug: string) =>
  AuthoredChallenge.parse((await author.get(`${at}/${slug}`)).body);
const listed = async (query = '') =>
  z
    .object({ rows: z.array(AuthorRow) })
    .parse((await author.get(`${at}${query}`)).body)
    .rows.map(({ slug }) => slug);
const send = (archive: Uint8Array, more: object = {}) =>
  author.post('/api/author/imports', {
    fileName: 'sent.tgz',
    archive: Buffer.from(archive).toString('base64'),
    ...more,
  });
const bring = async (slug: string, files: Files, more: object = {}) =>
  AuthoredChallenge.parse((await send(await packFiles(slug, files), more)).body);
const audited = async (hash: string) =>
  (await listAudit(api.db, `challenge:${hash}`)).map(({ action, actor }) => [
    action,
    actor.split(':', 1)[0],
  ]);

describe('a new challenge', () => {
  it('opens as a draft that says what its author said, and is asked of nobody before it passes', async () => {
    const answer = await author.post(at, fresh);
    expect(answer.status).toBe(201);
    const made = AuthoredChallenge.parse(answer.body);
    const { slug, port, ...essentials } = fresh;
    expect(made).toMatchObject({ slug, port, ...essentials, origin: 'saved', proof: 'none' });
    expect(made).toMatchObject({ inUse: false, deletable: true, uses: { attempts: 0 } });
    expect(made.current).toBeUndefined();
    expect(made.files['README.md']).toMatch(`# ${fresh.title}\n`);
    expect(made.revisions).toMatchObject([{ origin: 'saved', author: 'The author' }]);
    expect(await audited(made.head)).toEqual([['challenge.created', 'staff']]);

    const worker = api.queues.consumeVerify(async ({ verificationId, slug: name, hash }) => {
      const report = { slug: name, title: '', hash, ok: true, rows: [] };
      await api.queues.enqueueVerified({ verificationId, report });
    });
    const asked = await author.post(`${at}/${slug}/verifications`, { files: made.files });
    expect(Verification.parse(asked.body).hash).toBe(made.head);
    await waitFor(async () => (await get(slug)).inUse);
    await worker.close();
    expect(await get(slug)).toMatchObject({ current: made.head, proof: 'passed' });
  });

  it('takes no name that is taken, none that is unusable, and no content of another', async () => {
    expect(await author.post(at, { ...fresh, slug: 'from-folder' })).toMatchObject({
      status: 409,
      body: { code: 'SLUG_TAKEN', data: { slug: 'from-folder', title: 'Doubling' } },
    });
    expect((await author.post(at, { ...fresh, slug: 'No Name' })).status).toBe(400);
    expect((await author.post(at, { ...fresh, slug: 'x', title: 'One\nTwo' })).status).toBe(400);
    await author.post(at, { ...fresh, slug: 'first-of-two', title: 'Two alike' });
    expect(await author.post(at, { ...fresh, slug: 'alike', title: 'Two alike' })).toMatchObject({
      status: 409,
      body: { code: 'SAME_CONTENT', message: expect.stringContaining('first-of-two') },
    });
    expect((await author.get(`${at}/alike`)).status).toBe(404);
  });
});

describe('an archive', () => {
  it('of any version is what is packed, and comes back as the same version', async () => {
    const { head, files } = await get('from-folder');
    const response = await fetch(`${api.url}${at}/from-folder/versions/${head}/archive`, {
      headers: { cookie: author.cookieHeader() },
    });
    expect(response.headers.get('content-disposition')).toContain(
      `from-folder-${head.slice(0, 8)}.tgz`,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).equals(await packFiles('from-folder', files))).toBe(true);
    expect((await readPacked(bytes, 'x')).judged.hash).toBe(head);
    expect((await author.get(`${at}/in-use/versions/${head}/archive`)).status).toBe(404);
  });

  it('becomes a new challenge with a history of its own', async () => {
    const files = { ...content('Brought'), 'tsconfig.json': '{}\n' };
    const brought = await bring('brought', files);
    expect(brought).toMatchObject({ slug: 'brought', origin: 'saved', inUse: false });
    expect(brought.files).toEqual(content('Brought'));
    expect(brought.revisions).toMatchObject([{ note: 'Imported from sent.tgz' }]);
    expect(await audited(brought.head)).toEqual([['challenge.imported', 'staff']]);
  });

  it('of a challenge that is there says so first, and then becomes its newest version', async () => {
    const before = await bring('grown', content('Grown'));
    const newer = content('Grown, once more');
    const conflict = await send(await packFiles('grown', newer));
    expect(conflict).toMatchObject({
      status: 409,
      body: { code: 'SLUG_TAKEN', data: { slug: 'grown', head: before.head } },
    });
    expect((await get('grown')).revisions).toHaveLength(1);

    const after = await bring('grown', newer, { replaces: before.head });
    expect(after.files).toEqual(newer);
    expect(after.revisions.map(({ hash }) => hash)).toEqual([after.head, before.head]);
    const again = await packFiles('grown', newer);
    expect(await send(again, { replaces: after.head })).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_CHANGED' },
    });
    const third = await packFiles('grown', content('Grown, a third time'));
    expect(await send(third, { replaces: before.head })).toMatchObject({
      status: 409,
      body: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await send(await packFiles('renamed', newer))).toMatchObject({
      status: 409,
      body: { code: 'SAME_CONTENT', message: expect.stringContaining('grown') },
    });
  });

  it('that is hostile, or no challenge, is refused with what is wrong, and leaves nothing', async () => {
    const count = (await listed()).length;
    const refused = async (bytes: Uint8Array, message: string) =>
      expect(await send(bytes)).toMatchObject({
        status: 422,
        body: {
          code: 'CONTENT_REFUSED',
          data: { problems: [{ message: expect.stringContaining(message) }] },
        },
      });
    await refused(await packFiles('evil', { '../../x': 'y' }), 'may not contain . or ..');
    await refused(await packFiles('evil', { '/etc/passwd': 'y' }), 'not');
    await refused(await packFiles('Evil Name', doublingFiles), 'is no name for a challenge');
    await refused(await packFiles('evil', { 'README.md': 'x' }), 'There is no challenge.yaml');
    await refused(gzipSync(Buffer.alloc(64 * 2 ** 20)), 'has more than 33554432 bytes');
    await refused(Buffer.from('PK'), 'This is not an archive');
    const yaml = (doublingFiles['challenge.yaml'] ?? '').replace('junior', 'guru');
    const wrong = await send(await packFiles('evil', { ...doublingFiles, 'challenge.yaml': yaml }));
    expect(wrong.body).toMatchObject({ data: { problems: [{ file: 'challenge.yaml', line: 4 }] } });
    const large = { ...content('Large'), 'tests/data.ts': 'x'.repeat(300_000) };
    await refused(await packFiles('evil', large), 'a file holds at most');
    expect((await send(Buffer.alloc(1_200_000, 'x'))).status).toBe(413);
    expect(await listed()).toHaveLength(count);
    expect((await author.get(`${at}/evil`)).status).toBe(404);
  });
});

describe('a retired challenge', () => {
  it('leaves the list and new assessments, stays with who has it, and comes back as it was', async () => {
    const before = await get('in-use');
    const early = await invite(api);
    const retired = AuthoredChallenge.parse((await author.post(`${at}/in-use/retire`)).body);
    expect(retired).toMatchObject({ head: before.head, current: before.head });
    expect(retired.uses).toEqual({ assessments: ['Backend engineer'], attempts: 1 });
    expect(retired.retiredAt).toBeDefined();
    expect(await listed()).not.toContain('in-use');
    expect(await listed('?retired=true')).toEqual(['in-use']);
    const assessment = { title: 'New', organisation: 'x', minutes: 60, rules: [], recorded: [] };
    const insert = () =>
      insertAssessment(api.db, { ...assessment, challengeHashes: [before.head], at: new Date() });
    await expect(insert()).rejects.toThrow('in-use: retired');

    for (const { attemptId } of [early, await invite(api)]) {
      const pinned = await listPinnedChallenges(api.db, attemptId);
      expect(pinned.map(({ hash }) => hash)).toContain(before.head);
    }
    await author.post(`${at}/in-use/retire`);
    const restored = AuthoredChallenge.parse((await author.post(`${at}/in-use/restore`)).body);
    expect(restored).toEqual({ ...before, uses: { ...before.uses, attempts: 2 } });
    expect(await listed()).toContain('in-use');
    expect(await insert()).toBe(true);
    expect((await audited(before.head)).map(([action]) => action)).toEqual(
      expect.arrayContaining(['challenge.retired', 'challenge.restored']),
    );
    expect(await audited(before.head)).toHaveLength(3);
  });

  it('stays retired over a start', async () => {
    await author.post(`${at}/from-folder/retire`);
    await (await api.restart()).close();
    expect((await get('from-folder')).retiredAt).toBeDefined();
    await author.post(`${at}/from-folder/restore`);
  });
});

describe('deleting', () => {
  it('takes a challenge that nobody has, with its history, and its name is free again', async () => {
    const mistake = await bring('mistake', content('Mistake'));
    await bring('mistake', content('Mistake, mended'), { replaces: mistake.head });
    await author.post(`${at}/mistake/verifications`, { files: content('Mistake') });
    expect((await author.send('DELETE', `${at}/mistake`, {})).status).toBe(204);
    expect((await author.get(`${at}/mistake`)).status).toBe(404);
    expect(await audited((await bring('mistake', content('Mistake'))).head)).toHaveLength(2);
    expect((await get('mistake')).revisions).toHaveLength(1);
  });

  it("never takes what came from the repository's folder, or what somebody holds", async () => {
    const refused = { status: 409, body: { code: 'STILL_NEEDED' } };
    const kept = await author.send('DELETE', `${at}/from-folder`, {});
    expect(kept).toMatchObject(refused);
    expect(kept.text).toContain("repository's folder");
    const held = await bring('held', content('Held'));
    await insertAssessment(api.db, {
      title: 'Holds it',
      organisation: 'x',
      minutes: 60,
      rules: [],
      recorded: [],
      challengeHashes: [held.head],
      at: new Date(),
    });
    expect((await get('held')).deletable).toBe(false);
    expect(await author.send('DELETE', `${at}/held`, {})).toMatchObject(refused);
    expect((await get('held')).head).toBe(held.head);
  });
});
