import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { AttemptTime, CandidateAttempt } from '@assay/contracts/http';
import { listAudit } from '@assay/db';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite } from '#testing/people.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

const minuteMs = 60_000;

/** The API as it comes back on the same database, listening. */
async function comeBack(api: TestApi) {
  const back = await api.restart();
  await new Promise<void>((resolve) => back.server.listen(0, '127.0.0.1', resolve));
  return { ...back, url: `http://127.0.0.1:${(back.server.address() as AddressInfo).port}` };
}

/** The attempt as the candidate of these cookies sees it. */
async function read(
  url: string,
  { path, client }: Pick<Awaited<ReturnType<typeof invite>>, 'path' | 'client'>,
) {
  const answer = await fetch(`${url}${path}`, { headers: { cookie: client.cookieHeader() } });
  return CandidateAttempt.parse(await answer.json());
}

describe('the time of an outage', () => {
  it('is given back, also to somebody whose deadline passed in it, before anything is ended', async () => {
    const api = await startTestApi({ heartbeat: true });
    const candidate = await invite(api, { started: true });
    await api.stop();
    api.passes(65);
    const back = await comeBack(api);
    const after = await read(back.url, candidate);
    expect(after).toMatchObject({ state: 'running', credits: [{ cause: 'service_down' }] });
    const hasMs = Date.parse(after.deadline ?? '') - Date.parse(after.startedAt ?? '');
    expect(hasMs).toBeGreaterThanOrEqual(125 * minuteMs);
    expect(hasMs).toBeLessThan(127 * minuteMs);
    const given = (await listAudit(api.db, `attempt:${candidate.attemptId}`)).filter(
      ({ action }) => action === 'time.given',
    );
    expect(given).toMatchObject([{ actor: 'system', detail: { cause: 'service_down' } }]);
    await back.close();
    await api.close();
  }, 240_000);
});

describe('a gap between two connections', () => {
  it('is given back when our node went, and left to people when the network did', async () => {
    const api = await startTestApi();
    const candidate = await invite(api, { started: true });
    const gaps = async () => {
      const { body } = await candidate.admin.get(`/api/attempts/${candidate.attemptId}/time`);
      return AttemptTime.parse(body).gaps;
    };
    (await connectSocket(api, candidate.client)).close();
    api.passes(3);
    await waitFor(async () => (await gaps()).length === 1);
    const second = await connectSocket(api, candidate.client);
    await waitFor(async () => (await gaps())[0]?.to !== undefined);
    expect(await gaps()).toMatchObject([{ side: 'theirs' }]);
    expect(await read(api.url, candidate)).toMatchObject({ credits: [] });

    const dropped = new Promise<void>((resolve) => second.once('disconnect', () => resolve()));
    await api.stop();
    await dropped;
    api.passes(0.5);
    const back = await comeBack(api);
    const third = await connectSocket(back, candidate.client);
    const [credit] = await waitFor(async () => {
      const { credits } = await read(back.url, candidate);
      return credits.length > 0 && credits;
    });
    expect(credit).toMatchObject({ cause: 'connection_lost' });
    expect(credit?.addedMs).toBeGreaterThanOrEqual(30_000);
    expect(credit?.addedMs).toBeLessThanOrEqual(60_000);
    third.close();
    await back.close();
    await api.close();
  }, 240_000);
});
