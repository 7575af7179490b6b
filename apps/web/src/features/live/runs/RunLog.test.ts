import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveRun } from '@assay/contracts/live';
import { RunLog, type RunTransport } from './RunLog.ts';

type Tests = Extract<LiveRun, { kind: 'tests' }>;

const asked = { kind: 'tests', id: 'one', suite: 'public' } as const;
const run = (seq: number, state: LiveRun['state'], more: Partial<Tests> = {}): Tests => ({
  id: `run ${seq}`,
  seq,
  kind: 'tests',
  suite: 'public',
  audience: 'everybody',
  state,
  by: 'ada',
  askedAt: '2026-01-01T10:00:00.000Z',
  codeSeq: 1,
  ...more,
});
const verdict: Tests['verdict'] = {
  status: 'passed',
  summary: 'The one behaviour holds.',
  hallmark: '0123456789ab',
  passed: 1,
  total: 1,
  tests: [],
  diagnostics: [],
};
const offers = { tests: true, http: false, sql: false };

let transport: { [Name in keyof RunTransport]: jest.Mock<RunTransport[Name]> };
let log: RunLog;
beforeEach(() => {
  transport = { list: jest.fn(), result: jest.fn(), ask: jest.fn(), cancel: jest.fn() };
  log = new RunLog(transport);
});
const states = () => log.state().runs.map(({ seq, state }) => `${seq} ${state}`);

describe('what a page knows of the runs of its session', () => {
  it('is in order, and goes forward only, whatever overtakes what', async () => {
    log.receive(run(1, 'done', { verdict }));
    log.receive(run(2, 'running'));
    log.receive(run(1, 'running'));
    transport.list.mockResolvedValue({
      ok: true,
      runs: [run(3, 'queued'), run(2, 'queued'), run(1, 'done')],
      more: false,
      offers,
    });
    await log.refresh();
    expect(states()).toEqual(['3 queued', '2 running', '1 done']);
    expect(log.state().runs[2]).toMatchObject({ verdict });
    expect(log.state()).toMatchObject({ loaded: { kind: 'ready' }, offers });
  });

  it('has results as they come, until there is a verdict', () => {
    log.receive(run(1, 'running'));
    const [a, b] = ['a', 'b'].map((name) => ({
      name,
      suite: 'public' as const,
      status: 'passed' as const,
    }));
    if (!a || !b) throw new Error('There are two.');
    log.follow({ id: 'run 1', tests: [a, b] });
    log.follow({ id: 'run 1', tests: [a] });
    expect(log.state().soFar.get('run 1')).toEqual([a, b]);
    log.receive(run(1, 'done', { verdict }));
    expect(log.state().soFar.size).toBe(0);
  });

  it('fetches a result that only the list was known of once', async () => {
    log.receive(run(1, 'done'));
    transport.result.mockResolvedValue({ ok: true, run: run(1, 'done', { verdict }) });
    const [known] = log.state().runs;
    if (known === undefined) throw new Error('There is one.');
    await Promise.all([log.want(known), log.want(known)]);
    expect(transport.result).toHaveBeenCalledTimes(1);
    expect(log.state().runs[0]).toMatchObject({ verdict });
  });

  it('asks once more under the same name where no answer came, and then says so', async () => {
    transport.ask.mockRejectedValueOnce(new Error('timeout'));
    transport.ask.mockResolvedValueOnce({ ok: true, run: run(1, 'queued') });
    expect(await log.ask(asked)).toBeUndefined();
    expect(transport.ask.mock.calls).toEqual([[asked], [asked]]);
    expect(states()).toEqual(['1 queued']);
    transport.ask.mockRejectedValue(new Error('timeout'));
    expect(await log.ask(asked)).toMatchObject({ code: 'unavailable' });
  });

  it('asks again while the code is not open yet, and says why where it may not know', async () => {
    transport.list.mockResolvedValueOnce({
      ok: false,
      code: 'unavailable',
      message: 'Open first.',
    });
    transport.list.mockResolvedValueOnce({ ok: false, code: 'not_now', message: 'A focus time.' });
    const told = new Promise<void>((resolve) => void log.subscribe(resolve));
    await log.refresh();
    expect(log.state().loaded).toEqual({ kind: 'loading' });
    await told;
    expect(log.state().loaded).toEqual({ kind: 'failed', message: 'A focus time.' });
    log.close();
  });
});
