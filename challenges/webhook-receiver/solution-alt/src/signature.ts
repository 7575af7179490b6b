import { createHmac, timingSafeEqual } from 'node:crypto';
import { signingSecrets } from './config.ts';

export function isSigned(header: string, body: Buffer): boolean {
  const times: string[] = [];
  const signatures: Buffer[] = [];
  for (const [, name, value = ''] of header.matchAll(/(?:^|,)([^=,]*)=([^,]*)/g)) {
    if (name === 't') times.push(value);
    if (name === 'v1' && /^[0-9a-f]{64}$/.test(value)) signatures.push(Buffer.from(value, 'hex'));
  }
  const time = times.join();
  if (!/^[0-9]+$/.test(time)) return false;
  const apart = Date.now() - Number(time) * 1000;
  if (apart < -300_000 || apart > 300_000) return false;
  return signingSecrets.some((secret) => {
    const digest = createHmac('sha256', secret)
      .update(time + '.')
      .update(body)
      .digest();
    return signatures.some((signature) => timingSafeEqual(signature, digest));
  });
}
