import { describe, expect, it } from '@jest/globals';
import { listFocusTimes, listVisits } from './listSpans.ts';

const second = (count: number) => new Date(count * 1_000);
const event = (
  kind: Parameters<typeof listVisits>[0][number]['kind'],
  at: number,
  participantId: string | null = null,
  detail: Record<string, unknown> = {},
) => ({ kind, at: second(at), participantId, detail });
const page = (connection: string) => ({ connection });

describe('who was there when', () => {
  it('counts several pages of one person as one visit, and a lost connection as none', () => {
    const visits = listVisits([
      event('joined', 0, 'noor', page('a')),
      event('joined', 5, 'noor', page('b')),
      event('left', 9, 'noor', page('a')),
      event('left', 10, 'noor', page('b')),
      event('joined', 20, 'noor', page('c')),
      event('joined', 21, 'sam', page('d')),
      event('left', 30, 'noor', page('c')),
      event('joined', 90, 'noor', page('e')),
    ]);
    expect(visits).toEqual([
      { participantId: 'noor', from: second(0), until: second(30) },
      { participantId: 'sam', from: second(21) },
      { participantId: 'noor', from: second(90) },
    ]);
  });

  it('ends with the session, for those whose connection was not heard of again', () => {
    const visits = listVisits([event('joined', 0, 'noor', page('a')), event('ended', 60)]);
    expect(visits).toEqual([{ participantId: 'noor', from: second(0), until: second(60) }]);
  });
});

describe('focus times', () => {
  const started = (at: number, endsAt: number) =>
    event('focus_started', at, null, { endsAt: second(endsAt).toISOString() });

  it('end as planned, earlier by the candidate, or with the session', () => {
    const times = listFocusTimes(
      [
        started(0, 100),
        started(200, 300),
        event('focus_ended', 250, 'noor'),
        started(400, 500),
        event('ended', 450),
      ],
      second(1_000),
    );
    expect(times).toEqual([
      { from: second(0), until: second(100) },
      { from: second(200), until: second(250) },
      { from: second(400), until: second(450) },
    ]);
  });

  it('have no end while they go on', () => {
    expect(listFocusTimes([started(0, 100)], second(50))).toEqual([{ from: second(0) }]);
  });
});
