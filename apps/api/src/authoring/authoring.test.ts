import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readChallenge } from '@assay/challenges';
import type { VerifyReport } from '@assay/contracts/challenge';
import { AuthorRow, AuthoredChallenge, Verification } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import { listAudit, listPinnedChallenges } from '@assay/db';
import type { Consumer } from '@assay/queue';
import { z } from 'zod';
import type { ApiClient } from '#testing/apiClient.ts';
import { doublingFiles } from '#testing/authoredChallenge.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { sampleChallenge } from '#testing/sampleChallenge.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const at = '/api/author/challenges';
/** One for each test, so that none finds what another has left. */
const slugs = [
  'listed',
  'saved',
  'refused',
  'stale',
  'proven',
  'early',
  'judged',
  'followed',
].concat(['kept', 'gone', 'told', 'cancelled']);
const original = (slug: string): Files => ({ ...doublingFiles, 'README.md': `# ${slug}\n` });
const edited = (slug: string): Files => ({ ...doublingFiles, 'README.md': `# ${slug}, edited\n` });
const loaded = (changed: Record<string, Files> = {}) => [
  ...slugs.map((slug) => readChallenge(slug, changed[slug] ?? original(slug))),
  sampleChallenge('sample'),
];

let api: TestApi;
let author: ApiClient;
beforeAll(async () => {
  api = await startTestApi({ challenges: loaded() });
  author = await signIn(api, 'author');
});
afterAll(() => api.close());

const get = async (slug: string) =>
  AuthoredChallenge.parse((await author.get(`${at}/${slug}`)).body);
const rows = async (query = '') =>
  z.object({ rows: z.array(AuthorRow) }).parse((await author.get(`${at}${query}`)).body).rows;
const send = (slug: string, files: Files, basedOn: string, note = '') =>
  author.post(`${at}/${slug}/versions`, { files, note, basedOn });
const save = async (slug: string, files: Files, basedOn: string) =>
  AuthoredChallenge.parse((await send(slug, files, basedOn)).body);

/** Answers verifications as a worker would. */
function verifier(ok: boolean | 'broken', score = 91.5) {
  return api.queues.consumeVerify(async ({ verificationId, slug, hash }, tell) => {
    const row =
      ok === 'broken'
        ? { check: 'judge' as const, ok: false, message: 'The judge failed.' }
        : { check: 'reference' as const, ok, message: 'The reference …' };
    tell({ verificationId, rows: [row] });
    const mutation = { score, required: 80, killed: 9, total: 10, survivors: [] };
    const report: VerifyReport = {
      slug,
      title: 'Doubling',
      hash,
      ok: ok === true,
      rows: [row],
      ...(ok === true && { mutation }),
    };
    await api.queues.enqueueVerified({ verificationId, report });
  });
}
async function verify(slug: string, files: Files): Promise<Verification> {
  const asked = await author.post(`${at}/${slug}/verifications`, { files });
  const { id } = Verification.parse(asked.body);
  return waitFor(async () => {
    const found = Verification.parse((await author.get(`/api/author/verifications/${id}`)).body);
    return found.state === 'finished' && found;
  });
}
async function verifyBy(worker: Consumer, slug: string, files: Files): Promise<Verification> {
  try {
    return await verify(slug, files);
  } finally {
    await worker.close();
  }
}
async function invitedTo(slug: string): Promise<string | undefined> {
  const { attemptId } = await invite(api);
  const pinned = await listPinnedChallenges(api.db, attemptId);
  return pinned.find((challenge) => challenge.slug === slug)?.hash;
}

describe("the authors' list", () => {
  it('shows where a challenge comes from and how it stands, and finds it by title, skill, level and state', async () => {
    expect((await rows('?search=sample'))[0]).toMatchObject({
      slug: 'sample',
      title: 'Challenge sample',
      origin: 'folder',
      proof: 'none',
      inUse: true,
    });
    const found = async (query: string) => (await rows(query)).map(({ slug }) => slug);
    expect(await found('')).toHaveLength(slugs.length + 1);
    expect(await found('?search=list')).toEqual(['listed']);
    expect(await found('?search=typescript')).toEqual(slugs.toSorted());
    expect(await found('?search=100%25')).toEqual([]);
    expect(await found('?level=mid')).toEqual(['sample']);

    await verifyBy(verifier(true), 'listed', original('listed'));
    const [passed] = await rows('?proof=passed&search=listed');
    expect(passed).toMatchObject({ slug: 'listed', proof: 'passed', mutationScore: 91.5 });
    expect(await found('?proof=none')).not.toContain('listed');
  });
});

describe('saving a version', () => {
  it('keeps who, when and why, and all files of each version', async () => {
    const before = await get('saved');
    expect(before.files).toEqual(original('saved'));
    const answer = await send('saved', edited('saved'), before.head, 'Say that it is a function');
    expect(answer.status).toBe(201);
    const after = AuthoredChallenge.parse(answer.body);
    expect(after).toMatchObject({
      files: edited('saved'),
      origin: 'saved',
      folder: before.head,
      revisions: [
        { origin: 'saved', author: 'The author', note: 'Say that it is a function' },
        { origin: 'folder', hash: before.head },
      ],
    });
    const version = await author.get(`${at}/saved/versions/${before.head}`);
    expect(version.body).toEqual({ files: original('saved') });
    expect((await author.get(`${at}/sample/versions/${before.head}`)).status).toBe(404);
    const audit = await listAudit(api.db, `challenge:${after.head}`);
    expect(audit).toMatchObject([{ action: 'challenge.saved' }]);
  });

  it('refuses what is no challenge, with file, line and what to do', async () => {
    const { head } = await get('refused');
    const manifest = (doublingFiles['challenge.yaml'] ?? '').replace('junior', 'guru');
    const files = { ...original('refused'), 'challenge.yaml': manifest };
    expect(await send('refused', files, head)).toMatchObject({
      status: 422,
      body: {
        code: 'CONTENT_REFUSED',
        data: { problems: [{ file: 'challenge.yaml', line: 4 }] },
      },
    });
    const outside = await send('refused', { ...original('refused'), '../../etc/x': '' }, head);
    expect(outside).toMatchObject({ status: 422, body: { code: 'CONTENT_REFUSED' } });
    expect((await get('refused')).revisions).toHaveLength(1);
  });

  it('overwrites nothing that somebody else has saved meanwhile, and nothing by the same', async () => {
    const { head } = await get('stale');
    await save('stale', edited('stale'), head);
    const other = { ...doublingFiles, 'README.md': '# Another\n' };
    expect(await send('stale', other, head)).toMatchObject({
      status: 409,
      body: { code: 'CHANGED_MEANWHILE' },
    });
    expect(await send('stale', edited('stale'), head)).toMatchObject({
      status: 409,
      body: { code: 'NOTHING_CHANGED' },
    });
  });
});

describe('what new invitations get', () => {
  it('is the newest version only once it has passed, and earlier attempts keep theirs', async () => {
    const { head: first } = await get('proven');
    const early = await invite(api);
    const saved = await save('proven', edited('proven'), first);
    expect(saved).toMatchObject({ inUse: false, current: first });
    expect(await invitedTo('proven')).toBe(first);

    await verifyBy(verifier(false), 'proven', edited('proven'));
    expect(await get('proven')).toMatchObject({ proof: 'failed', inUse: false });

    await verifyBy(verifier(true), 'proven', edited('proven'));
    const now = { proof: 'passed', inUse: true, current: saved.head };
    expect(await get('proven')).toMatchObject(now);
    expect(await invitedTo('proven')).toBe(saved.head);
    const kept = await listPinnedChallenges(api.db, early.attemptId);
    expect(kept.find(({ slug }) => slug === 'proven')?.hash).toBe(first);
  });

  it('is a version at once when it was verified before it was saved, or is the folder again', async () => {
    const { head: first } = await get('early');
    await verifyBy(verifier(true), 'early', edited('early'));
    const saved = await save('early', edited('early'), first);
    expect(saved.inUse).toBe(true);
    const back = await save('early', original('early'), saved.head);
    expect(back).toMatchObject({ inUse: true, origin: 'folder', current: first });
  });

  it('says nothing of a challenge when it was the judge that failed', async () => {
    const broken = await verifyBy(verifier('broken'), 'judged', original('judged'));
    expect(broken).toMatchObject({ report: { ok: false } });
    expect(await get('judged')).toMatchObject({ proof: 'none' });
  });
});

describe("the repository's folder", () => {
  const anew = { ...doublingFiles, 'README.md': '# Anew\n' };
  const startWith = async (changed: Record<string, Files>) => {
    await (await api.restart(loaded(changed))).close();
  };

  it('is followed as long as nobody has saved anything', async () => {
    const changed = { ...doublingFiles, 'README.md': '# Followed anew\n' };
    await startWith({ followed: changed });
    const after = await get('followed');
    expect(after).toMatchObject({ origin: 'folder', inUse: true, files: changed });
    expect(after.revisions.map(({ origin }) => origin)).toEqual(['folder', 'folder']);
  });

  it('never takes the place of what was saved: it waits in the history, and can be taken', async () => {
    const first = await get('kept');
    const saved = await save('kept', edited('kept'), first.head);
    await startWith({});
    expect((await get('kept')).revisions).toHaveLength(2);
    await startWith({ kept: anew });
    await startWith({ kept: anew });
    const after = await get('kept');
    expect(after).toMatchObject({ head: saved.head, origin: 'saved', files: edited('kept') });
    expect(after.revisions).toHaveLength(3);
    expect(after.revisions[0]).toMatchObject({ origin: 'folder', hash: after.folder });

    expect(await save('kept', anew, saved.head)).toMatchObject({ origin: 'folder', inUse: true });
    const later = { ...doublingFiles, 'README.md': '# Once more\n' };
    await startWith({ kept: later });
    expect((await get('kept')).files).toEqual(later);
  });

  it('may go away without taking the challenge with it', async () => {
    const { head } = await get('gone');
    const others = loaded().filter(({ judged }) => judged.slug !== 'gone');
    await (await api.restart(others)).close();
    expect(await get('gone')).toMatchObject({ head, origin: 'saved', inUse: true });
    expect(await invitedTo('gone')).toBe(head);
  });
});

describe('a verification', () => {
  it('tells authors each row over the socket, and when it is over; reviewers hear nothing', async () => {
    const [mine, theirs] = await Promise.all([
      connectSocket(api, author),
      connectSocket(api, await signIn(api, 'reviewer')),
    ]);
    const heard: string[] = [];
    const overheard: string[] = [];
    mine.onAny((name: string) => heard.push(name));
    theirs.onAny((name: string) => overheard.push(name));
    await verifyBy(verifier(true), 'told', edited('told'));
    await waitFor(() => heard.includes('verification:finished'));
    expect(heard).toContain('verification:progress');
    expect(overheard).toEqual([]);
    mine.close();
    theirs.close();
  });

  it('is given up when it is cancelled, or when its author asks again', async () => {
    const files = edited('cancelled');
    const ask = async () =>
      Verification.parse((await author.post(`${at}/cancelled/verifications`, { files })).body);
    const [first, second] = [await ask(), await ask()];
    const state = async ({ id }: Verification) =>
      Verification.parse((await author.get(`/api/author/verifications/${id}`)).body).state;
    expect(await state(first)).toBe('cancelled');
    expect((await get('cancelled')).verification).toMatchObject({ id: second.id, state: 'queued' });
    await author.post(`/api/author/verifications/${second.id}/cancel`);

    const report = { slug: 'cancelled', title: '', hash: second.hash, ok: true, rows: [] };
    await api.queues.enqueueVerified({ verificationId: second.id, report });
    await verifyBy(verifier(true), 'cancelled', original('cancelled'));
    expect(await state(second)).toBe('cancelled');
  });
});
