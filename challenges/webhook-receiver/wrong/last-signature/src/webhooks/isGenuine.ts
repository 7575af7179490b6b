import { createHmac, timingSafeEqual } from 'node:crypto';

const toleranceMs = 300_000;

export function isGenuine(
  header: string,
  body: Buffer,
  secrets: readonly string[],
  nowMs: number,
): boolean {
  const fields = new Map(header.split(',').map((part) => part.split('=', 2) as [string, string]));
  const time = fields.get('t');
  const signature = fields.get('v1');
  if (header.split('t=').length !== 2) return false;
  if (time === undefined || signature === undefined || !/^\d+$/.test(time)) return false;
  if (Math.abs(nowMs - Number(time) * 1000) > toleranceMs) return false;

  return secrets.some((secret) => {
    const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
    const [one, other] = [Buffer.from(signature), Buffer.from(right)];
    return one.length === other.length && timingSafeEqual(one, other);
  });
}
