import { describe, expect, it } from '@jest/globals';
import { ActivityEvent } from '@assay/contracts/http';
import { maxWorkspaceLength } from '@assay/contracts/workspace';
import { ActivityReporter, type Delivery } from './ActivityReporter.ts';

/** A reporter whose messages are kept, and answered as told. */
function reporter(...deliveries: Delivery[]) {
  const messages: ActivityEvent[][] = [];
  const reporting = new ActivityReporter(async (events) => {
    messages.push(events.map((event) => ActivityEvent.parse(event)));
    return deliveries.shift() ?? 'taken';
  });
  return { reporting, messages };
}

describe('the reporter of activity', () => {
  it('sends what was noted with its age, once', async () => {
    const { reporting, messages } = reporter();
    reporting.note({ kind: 'left' }, performance.now() - 2_000);
    reporting.note({ kind: 'returned' });
    await reporting.flush();
    await reporting.flush();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject([{ kind: 'left' }, { kind: 'returned' }]);
    expect(messages[0]?.[0]?.agoMs).toBeGreaterThanOrEqual(2_000);
    reporting.close();
  });

  it('sends again under the same ids what did not arrive', async () => {
    const { reporting, messages } = reporter('later');
    reporting.note({ kind: 'left' });
    await reporting.flush();
    await reporting.flush();
    expect(messages.map((events) => events[0]?.id)).toEqual([
      messages[0]?.[0]?.id,
      messages[0]?.[0]?.id,
    ]);
    reporting.close();
  });

  it('goes on after something that the server refused', async () => {
    const { reporting, messages } = reporter('refused');
    reporting.note({ kind: 'left' });
    await reporting.flush();
    reporting.note({ kind: 'returned' });
    await reporting.flush();
    expect(messages.map((events) => events.map(({ kind }) => kind))).toEqual([
      ['left'],
      ['returned'],
    ]);
    reporting.close();
  });

  it('may tell of a paste that is larger than any workspace', async () => {
    const { reporting, messages } = reporter();
    const paste = { kind: 'pasted', challenge: 'orders-api', path: 'src/index.ts' } as const;
    reporting.note({ ...paste, length: 2 * maxWorkspaceLength, fromHere: false });
    await reporting.flush();
    expect(messages[0]).toMatchObject([{ length: 2 * maxWorkspaceLength }]);
    reporting.close();
  });

  it('stops once the attempt is over, and sends large numbers in parts', async () => {
    const { reporting, messages } = reporter('taken', 'over');
    for (let n = 0; n < 150; n += 1) reporting.note({ kind: 'left' });
    for (let n = 0; n < 3; n += 1) await reporting.flush();
    expect(messages.map((events) => events.length)).toEqual([100, 50]);
  });
});
