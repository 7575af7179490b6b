import { createHmac } from 'node:crypto';
import { derivedToken } from '#sessions/secretToken.ts';

const prefix = 'whsec_';

/** A webhook's secret, as its receiver keeps it. It is made again from the installation's, and stored nowhere. */
export function webhookSecret(
  installationSecret: string,
  { id, number }: { id: string; number: number },
): string {
  const token = derivedToken(installationSecret, `webhook: ${id} ${number}`);
  return `${prefix}${Buffer.from(token, 'base64url').toString('base64')}`;
}

/**
 * The three headers of a message by Standard Webhooks 1.0 (HMAC-SHA256 over id, time and body), signed with each of
 * `secrets`: a receiver takes it by any of them, so that a new secret can replace one while both are in use.
 */
export function signMessage(
  message: { id: string; at: Date; body: string },
  secrets: readonly string[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const seconds = String(Math.floor(message.at.getTime() / 1_000));
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': message.id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatures.join(' '),
  };
}
