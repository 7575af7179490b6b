import { createHmac } from 'node:crypto';

/**
 * Under what a candidate's declaration is kept: made of the attempt and the installation's secret, so that neither the
 * database nor a copy of it says whose it is. With another secret it cannot be found any more, and ends in its time.
 */
export function declarationKey(secret: string, attemptId: string): string {
  return createHmac('sha256', secret).update(`declaration:${attemptId}`).digest('base64url');
}
