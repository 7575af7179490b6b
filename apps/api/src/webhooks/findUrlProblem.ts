import { isIP } from 'node:net';
import type { AddressPolicy } from './AddressPolicy.ts';
import { hostOf } from './postMessage.ts';

/** Why messages cannot be sent to an address, for people; what its name leads to is looked at when they are sent. */
export function findUrlProblem(text: string, policy: AddressPolicy): string | undefined {
  const url = new URL(text);
  const host = hostOf(url);
  const isThisMachine = host === 'localhost' || host === '::1' || host.startsWith('127.');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isThisMachine))
    return 'The address begins with https://. Only on this machine itself it may be http://.';
  if (url.username !== '' || url.password !== '')
    return 'Leave name and password out of the address: messages prove by their signature where they come from.';
  if (isIP(host) !== 0 && !policy.allows(host))
    return 'This is not an address of the public internet. Whoever operates Assay can allow it with ASSAY_WEBHOOK_NETWORKS.';
  return undefined;
}
