import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMs = 300_000;

/** Whether `header` signs `body` with one of `secrets`, at a time near `nowMs`. */
export function isGenuine(
  header: string,
  body: Buffer,
  secrets: readonly string[],
  nowMs: number,
): boolean {
  const parts = header.split(',');
  const [time, secondTime] = valuesOf(parts, 't');
  if (time === undefined || secondTime !== undefined || !/^\d+$/.test(time)) return false;
  if (Math.abs(nowMs - Number(time) * 1000) > toleranceMs) return false;

  const expected = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex'),
  );
  return valuesOf(parts, 'v1').some((given) => expected.some((right) => isEqual(given, right)));
}

function valuesOf(parts: string[], name: string): string[] {
  const start = `${name}=`;
  return parts.filter((part) => part.startsWith(start)).map((part) => part.slice(start.length));
}

/** Takes the same time wherever the two differ, so that nobody can guess a signature digit by digit. */
function isEqual(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
