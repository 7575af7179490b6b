import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMs = 300_000;

export function isGenuine(
  header: string,
  body: Buffer,
  secrets: readonly string[],
  nowMs: number,
): boolean {
  const parts = header.split(',').map((part) => part.split('=', 2));
  const times = parts.filter(([name]) => name === 't').map(([, value]) => value ?? '');
  const [time] = times;
  if (times.length !== 1 || time === undefined || !/^\d+$/.test(time)) return false;
  if (nowMs - Number(time) * 1000 > toleranceMs) return false;

  return parts
    .filter(([name]) => name === 'v1')
    .some(([, given = '']) =>
      secrets.some((secret) => {
        const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
        return (
          given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right))
        );
      }),
    );
}
