import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CandidateAttempt,
  CandidateSubmission,
  LiveParticipant,
  LiveSession,
  Review,
  ReviewedAttempt,
} from '@assay/contracts/http';
import { listSubmissions } from '@assay/db';
import { filesOf } from '@assay/workspace';
import { LiveConnection, WorkspaceProvider, type WorkspaceSocket } from '@assay/workspace/browser';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { z } from 'zod';
import { Browser } from '#testing/Browser.ts';
import { Cluster, type Member } from '#testing/Cluster.ts';
import { addMember, inviteCandidate, makeAssessment } from '#testing/hiring.ts';
import { until } from '#testing/until.ts';
import { Way } from '#testing/Way.ts';

const slug = 'sliding-window-rate-limiter';
const file = 'src/index.ts';

let cluster: Cluster;
let admin: Browser;
const opened: { close(): void }[] = [];
beforeAll(async () => {
  cluster = await Cluster.start();
  admin = await cluster.admin();
}, 180_000);
afterAll(async () => {
  for (const each of opened) each.close();
  await cluster.close();
});

function members(kind: 'apis' | 'workers'): [Member, Member] {
  const [one, two] = cluster[kind];
  if (one === undefined || two === undefined) throw new Error('There are two of each.');
  return [one, two];
}

/** The same person, asking one of the APIs and not the balancer. */
const at = ({ port }: Member, browser: Browser) =>
  Browser.like(browser, `http://127.0.0.1:${port}`);

/** A socket over a way that leads to the first of these APIs as long as it is there. */
async function connect(browser: Browser, ...apis: Member[]): Promise<WorkspaceSocket> {
  const way = await Way.to(...apis.map(({ port }) => port));
  const socket: WorkspaceSocket = io(`http://127.0.0.1:${way.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { cookie: browser.cookie },
  });
  opened.push(way, socket);
  return socket;
}

/** Kills the API and resolves to what brings another up in its place. */
async function killed(api: Member): Promise<() => Promise<void>> {
  expect(await api.program.stop('SIGKILL')).toBe('SIGKILL');
  return () => api.start();
}

describe('an installation of two APIs and two workers', () => {
  it('takes a candidate through on either API, of which one dies, and a reviewer after them', async () => {
    const [one, two] = members('apis');
    const [first, second] = members('workers');
    const assessmentId = await makeAssessment(at(one, admin), { slug, minutes: 60 });
    const { browser, attemptId } = await inviteCandidate(at(two, admin), assessmentId);
    const path = `/api/attempts/${attemptId}`;
    const socket = await connect(browser, one, two);
    const doc = new Y.Doc();
    const page = new WorkspaceProvider({ socket, attemptId, challenge: slug, doc });
    opened.push(page);
    await until('the files arrive', () => page.opened);

    const root = join(import.meta.dirname, '../../../challenges', slug, 'solution/src');
    for (const name of [
      'contract',
      'index',
      'requireWhole',
      'slidingWindowLimiter',
      'spending',
      'waitingLine',
    ])
      filesOf(doc).set(
        `src/${name}.ts`,
        new Y.Text(await readFile(join(root, `${name}.ts`), 'utf8')),
      );
    expect(await page.whenSettled()).toMatchObject({ kind: 'saved' });

    // A second window of theirs is on the other API: one API records the verdict, and both windows hear of it.
    const windows = [socket, await connect(browser, two)];
    const heard: string[] = [];
    for (const each of windows)
      each.on('submission:judged', ({ submissionId }) => heard.push(submissionId));
    const hear = async (id: string) =>
      until('both windows hear of it', () => heard.filter((known) => known === id).length === 2);
    const send = async (api: Member, suite: 'public' | 'hidden') =>
      at(api, browser).ask(CandidateSubmission, 'POST', `${path}/submissions`, {
        challenge: slug,
        suite,
      });
    const judged = (api: Member, id: string) =>
      until('a run is judged', async () => {
        const list = await at(api, browser).ask(
          z.array(CandidateSubmission),
          'GET',
          `${path}/submissions`,
        );
        return list.find((known) => known.id === id)?.verdict;
      });
    // Each worker judges alone for a while.
    expect(await second.program.stop('SIGTERM')).toBe(0);
    const run = await send(two, 'public');
    expect(await judged(one, run.id)).toMatchObject({ status: 'passed' });
    await hear(run.id);
    await second.start();
    expect(await first.program.stop('SIGTERM')).toBe(0);

    const anew = await killed(one);
    const text = filesOf(doc).get(file);
    for (let key = 0; key < 20; key += 1) text?.insert(text.length, `// ${key}\n`);
    await until('the page has come back', () => page.saveState.kind === 'saved');
    const submitted = await send(two, 'hidden');
    expect(await judged(two, submitted.id)).toMatchObject({ status: 'passed' });
    await hear(submitted.id);
    await Promise.all([anew(), first.start()]);

    const stored = await listSubmissions(cluster.db, attemptId);
    expect(stored.map(({ id }) => id)).toEqual([submitted.id, run.id]);
    expect(stored[0]?.files[file]).toBe(text?.toString());
    const finished = await at(one, browser).ask(CandidateAttempt, 'POST', `${path}/finish`, {});
    expect(finished).toMatchObject({ state: 'finished', credits: [] });

    const reviewer = await addMember(at(one, admin), 'reviewer');
    const read = (api: Member) =>
      at(api, reviewer).ask(ReviewedAttempt, 'GET', `/api/review/attempts/${attemptId}`);
    const { challenges } = await until('all is judged', async () => {
      const found = await read(two);
      const all = found.challenges.flatMap(({ submissions }) => submissions);
      return all.every(({ state }) => state === 'judged') && found;
    });
    const scores = challenges.flatMap(({ slug: challenge, rubric }) =>
      rubric.map(({ id: criterion }) => ({ challenge, criterion, score: 4, note: 'Reads well.' })),
    );
    await at(one, reviewer).ask(Review, 'POST', `/api/review/attempts/${attemptId}/review`, {
      scores,
    });
    expect((await read(two)).state).toBe('graded');
  }, 240_000);

  it('has a pair session of people on different APIs, which goes on when one of them dies', async () => {
    const [one, two] = members('apis');
    const interviewer = await addMember(at(one, admin), 'interviewer');
    const session = await at(one, interviewer).ask(LiveSession, 'POST', '/api/live/sessions', {
      title: 'Together',
      minutes: 60,
      from: { kind: 'challenge', slug },
    });
    const path = `/api/live/sessions/${session.id}`;
    await at(two, interviewer).ask(z.unknown(), 'POST', `${path}/start`, {});
    const { participant, link } = await at(one, interviewer).ask(
      z.object({ participant: LiveParticipant, link: z.url() }),
      'POST',
      `${path}/participants`,
      { role: 'candidate', name: 'Noor' },
    );
    const noor = at(two, new Browser(cluster.url));
    await noor.ask(z.unknown(), 'POST', '/api/live/link', { token: link.split('/').at(-1) });
    const admit = `${path}/participants/${participant.id}/admit`;
    await at(two, interviewer).ask(z.unknown(), 'POST', admit, { admitted: true });

    const enter = async (browser: Browser, as: 'staff' | 'link', apis: Member[]) => {
      const socket = await connect(browser, ...apis);
      const page = new LiveConnection(socket, { sessionId: session.id, as }, ['code']);
      opened.push(page);
      const code = () => page.view().documents.get('code');
      await until(`${as} is in`, () => code()?.opened);
      return {
        page,
        saved: () => code()?.saveState.kind === 'saved',
        text: () => {
          const doc = code()?.doc;
          return doc && filesOf(doc).get(file);
        },
      };
    };
    const leading = await enter(interviewer, 'staff', [one, two]);
    const solving = await enter(noor, 'link', [two, one]);
    const type = (who: typeof leading, word: string) => {
      for (let key = 0; key < 10; key += 1) who.text()?.insert(0, `/*${word}${key}*/`);
    };
    type(leading, 'a');
    type(solving, 'b');
    await until('both have all', () => same(leading, solving, 20));

    const anew = await killed(two);
    type(solving, 'c');
    type(leading, 'd');
    await until('both go on over the API that is left', () => same(leading, solving, 40));
    expect(solving.page.view().entrance).toEqual({ kind: 'inside' });
    await anew();
  }, 240_000);
});

type Page = { saved(): boolean; text(): Y.Text | undefined };

/** Whether two pages show the same, with each of so many words once, and all of it is saved. */
function same(one: Page, other: Page, words: number): boolean {
  const text = one.text()?.toString() ?? '';
  const found = text.match(/\/\*[a-d]\d\*\//g) ?? [];
  const once = found.length === words && new Set(found).size === words;
  return once && text === other.text()?.toString() && one.saved() && other.saved();
}
