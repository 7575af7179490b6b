import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type * as Y from 'yjs';
import { findText } from '#testing/findText.ts';
import { joinLive, prepareSession } from '#testing/livePeople.ts';
import { signIn } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

it('keeps interviewers’ notes from every browser of candidates and observers, and from each other', async () => {
  const { host, sessionId, path, invite } = await prepareSession(api, { open: true });
  const second = await signIn(api, 'interviewer');
  const member = (await second.get('/api/me')).body as { id: string };
  await host.post(`${path}/participants`, { role: 'interviewer', memberId: member.id });
  const noor = await invite('candidate', { admitted: true });
  const sam = await invite('observer', { admitted: true });
  const pages = {
    host: await joinLive(api, host, sessionId),
    second: await joinLive(api, second, sessionId),
    noor: await joinLive(api, noor.client, sessionId),
    sam: await joinLive(api, sam.client, sessionId),
  };
  // What crosses the wire, before anything is parsed.
  const wire = new Map<string, string>();
  for (const [name, { socket }] of Object.entries(pages)) {
    socket.io.engine.on('packet', ({ data }: { data?: unknown }) =>
      wire.set(
        name,
        `${wire.get(name) ?? ''}${Buffer.from((data ?? '') as string).toString('latin1')}`,
      ),
    );
  }
  for (const page of [pages.host, pages.second]) {
    await page.open('notes');
    await page.open('interviewers');
  }
  for (const { open, change } of [pages.noor, pages.sam]) {
    await open('code');
    await open('board');
    for (const document of ['notes', 'interviewers'] as const) {
      expect(await open(document)).toMatchObject({ ok: false, code: 'forbidden' });
      const answer = await change(document, (doc) => doc.getText('text').insert(0, 'x'));
      expect(answer).toMatchObject({ ok: false, code: 'forbidden' });
    }
    const raw = pages.noor.socket as unknown as {
      emitWithAck: (...event: unknown[]) => Promise<unknown>;
    };
    const [{ participantId = '' } = {}] = [pages.host.joined.ok ? pages.host.joined : undefined];
    for (const document of [`notes:${participantId}`, '../notes', 'code/../notes', ['notes']]) {
      const message = { document, stateVector: new Uint8Array([0]), clientId: 1 };
      expect(await raw.emitWithAck('live:open', message)).toMatchObject({ code: 'malformed' });
    }
  }
  const own = { id: 'a', at: 1, text: 'CANARY-own-note' };
  expect(await pages.host.change('notes', (doc) => doc.getMap('entries').set('a', own))).toEqual({
    ok: true,
  });
  const shared = (text: string) => (doc: Y.Doc) => doc.getText('text').insert(0, text);
  expect(await pages.host.change('interviewers', shared('CANARY-between-us'))).toEqual({
    ok: true,
  });
  await waitFor(
    () => pages.second.docs.get('interviewers')?.getText('text').toString() === 'CANARY-between-us',
  );
  await Promise.all([pages.noor.open('code'), pages.sam.open('code'), pages.second.open('notes')]);
  expect(pages.second.docs.get('notes')?.getMap('entries').size).toBe(0);

  const base64 = (text: string) =>
    [0, 1, 2].map((skip) => Buffer.from(text.slice(skip)).toString('base64').slice(0, 12));
  const secrets = ['CANARY-own-note', 'CANARY-between-us'].flatMap((text) => [
    text,
    ...base64(text),
  ]);
  const seen = (name: string) => secrets.filter((secret) => wire.get(name)?.includes(secret));
  expect([seen('noor'), seen('sam')]).toEqual([[], []]);
  expect(seen('second').length).toBeGreaterThan(0);
  expect(seen('second')).not.toContain('CANARY-own-note');
  expect(await findText(api.pglite, 'CANARY-own-note')).toEqual(['public.document_updates']);
  for (const { socket } of Object.values(pages)) socket.close();
});
