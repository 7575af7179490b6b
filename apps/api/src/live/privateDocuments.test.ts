import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NotesEntry, PlanEntry } from '@assay/contracts/live';
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

it('keeps interviewers’ notes, tags, plan and scorecards from every browser of candidates and observers, and from each other', async () => {
  const anchors = { 1: 'CANARY-anchor', 3: 'CANARY-anchor', 5: 'CANARY-anchor' };
  const { host, sessionId, path, invite } = await prepareSession(api, {
    open: true,
    plan: {
      sections: [
        {
          title: 'CANARY-section',
          minutes: 10,
          questions: ['CANARY-question'],
          signals: ['CANARY-expected'],
          rubric: [{ id: 'canary', title: 'CANARY-criterion', anchors }],
        },
      ],
    },
  });
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
  const put = (entry: NotesEntry | PlanEntry) => (doc: Y.Doc) =>
    doc.getMap('entries').set(entry.id, entry);
  const own: NotesEntry[] = [
    { kind: 'note', id: 'a', at: 1, text: 'CANARY-own-note' },
    { kind: 'tag', id: 'b', at: 2, criterion: 'CANARY-tag', signal: 'weak', text: 'CANARY-why' },
  ];
  for (const entry of own)
    expect(await pages.host.change('notes', put(entry))).toEqual({ ok: true });
  const asked = { id: 'q', at: 3, section: 'CANARY-between-us', question: 'CANARY-asked' };
  expect(await pages.host.change('interviewers', put({ kind: 'asked', ...asked }))).toEqual({
    ok: true,
  });
  await waitFor(() => pages.second.docs.get('interviewers')?.getMap('entries').has('q'));
  const score = { criterion: 'plan/canary', level: 2, unobserved: false, note: 'CANARY-evidence' };
  const rubric = ['correctness', 'clarity'].map((id) => ({
    ...score,
    criterion: `challenge/${id}`,
  }));
  const card = { scores: [score, ...rubric], recommendation: 'no', summary: 'CANARY-summary' };
  expect((await host.put(`${path}/scorecard`, card)).status).toBe(200);
  expect((await host.post(`${path}/scorecard`, card)).status).toBe(200);
  await waitFor(() => pages.second.heard('live:changed').length > 0);
  const http: string[] = [];
  for (const { client } of [noor, sam]) {
    for (const address of ['', '/scorecards', '/scorecard', '/plan', '/notes', '/interviewers'])
      http.push((await client.get(`${path}${address}`)).text);
    http.push((await client.put(`${path}/scorecard`, card)).text);
    http.push((await client.get(`/api/live/own/${sessionId}`)).text);
  }
  const scorecards = await second.get(`${path}/scorecards`);
  expect(scorecards.status).toBe(200);
  await Promise.all([pages.noor.open('code'), pages.sam.open('code'), pages.second.open('notes')]);
  expect(pages.second.docs.get('notes')?.getMap('entries').size).toBe(0);

  const base64 = (text: string) =>
    [0, 1, 2].map((skip) => Buffer.from(text.slice(skip)).toString('base64').slice(0, 12));
  const secrets = ['CANARY', ...base64('CANARY-own'), ...base64('CANARY-between-us')];
  const seen = (name: string) => secrets.filter((secret) => wire.get(name)?.includes(secret));
  expect([seen('noor'), seen('sam')]).toEqual([[], []]);
  expect(http.join('\n')).not.toContain('CANARY');
  expect(seen('second').length).toBeGreaterThan(0);
  // Between interviewers, the plan is shared, and what each thinks is not.
  for (const text of ['CANARY-own-note', 'CANARY-tag', 'CANARY-evidence', 'CANARY-summary']) {
    const forms = [text, ...base64(text)];
    expect(forms.filter((form) => wire.get('second')?.includes(form))).toEqual([]);
  }
  for (const text of ['CANARY-evidence', 'CANARY-summary', 'CANARY-own-note'])
    expect(scorecards.text).not.toContain(text);
  expect(await findText(api.pglite, 'CANARY-own-note')).toEqual(['public.document_updates']);
  for (const { socket } of Object.values(pages)) socket.close();
});
