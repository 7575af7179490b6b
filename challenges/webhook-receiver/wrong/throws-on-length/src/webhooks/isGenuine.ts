import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMs = 300_000;

export function isGenuine(
  header: string,
  body: Buffer,
  secrets: readonly string[],
  nowMs: number,
): boolean {
  const parts = header.split(',');
  const times = parts.filter((part) => part.startsWith('t=')).map((part) => part.slice(2));
  const time = times[0] ?? '';
  if (times.length !== 1 || !/^\d+$/.test(time)) return false;
  if (Math.abs(nowMs - Number(time) * 1000) > toleranceMs) return false;

  const given = parts.filter((part) => part.startsWith('v1=')).map((part) => part.slice(3));
  return secrets.some((secret) => {
    const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
    return given.some((signature) => timingSafeEqual(Buffer.from(signature, 'hex'), right));
  });
}
