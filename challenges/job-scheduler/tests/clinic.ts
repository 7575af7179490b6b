import { api, clock, logs } from 'world';

export const secondMs = 1000;
export const minuteMs = 60_000;

export type Job = {
  id: number;
  status: string;
  runAt: string;
  attempts: number;
  lastError: string | null;
};
export type Payload = { name: string; takesMs?: number; failTimes?: number };

export async function add(payload: Payload, more: object = {}): Promise<Job> {
  const res = await api.post('/jobs', { kind: 'reminder', payload, ...more });
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 201 });
  return res.body;
}

export async function job(id: number): Promise<Job> {
  return (await api.get(`/jobs/${id}`)).body;
}

export const inMs = (ms: number) => new Date(clock.now() + ms).toISOString();

/** What the handlers printed in this test about jobs whose name begins like this, without the kind. */
export function runs(name: string): string[] {
  return logs
    .map(({ text }) => /^(start|end|fail) \w+ (\S+ #\d+)$/.exec(text))
    .filter((match) => match?.[2]?.startsWith(name))
    .map((match) => `${match?.[1]} ${match?.[2]}`);
}

export const starts = (name: string): string[] =>
  runs(name)
    .filter((line) => line.startsWith('start '))
    .map((line) => line.slice('start '.length));

/** Lets time pass second by second until `done`, and gives the seconds that it took. */
export async function secondsUntil(
  done: () => boolean | Promise<boolean>,
  most = 120,
): Promise<number> {
  for (let seconds = 0; seconds <= most; seconds += 1) {
    if (await done()) return seconds;
    await clock.advance(secondMs);
  }
  return Number.POSITIVE_INFINITY;
}
