import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that is not the public internet: the IANA's special-purpose registry (RFC 6890), multicast, reserved. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];
/** Of IPv6 only 2000::/3 is public, and of that not what tunnels or stands in documents. */
const public6 = ['2000::/3'];
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/**
 * Which addresses messages may go to. Counters a webhook that reads what only this machine and its network can
 * reach: metadata services of clouds, databases, the neighbours' admin pages.
 */
export class AddressPolicy {
  readonly #allowed: BlockList;

  /** `networks`: those that are let through beside the public internet, as `10.1.0.0/16` or a single address. */
  constructor(networks: readonly string[] = []) {
    this.#allowed = listOf(networks);
  }

  allows(address: string): boolean {
    if (isIPv4(address))
      return this.#allowed.check(address, 'ipv4') || !isSpecial4.check(address, 'ipv4');
    if (!isIPv6(address)) return false;
    return (
      this.#allowed.check(address, 'ipv6') ||
      (isPublic6.check(address, 'ipv6') && !isSpecial6.check(address, 'ipv6'))
    );
  }
}

/** Whether a text names one network or one address. */
export const isNetwork = (text: string): boolean => {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits(address));
};

const bits = (address: string): number => (isIPv4(address) ? 32 : 128);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = String(bits(address))] = network.split('/');
    list.addSubnet(address, Number(prefix), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

const isSpecial4 = listOf(special4);
const isPublic6 = listOf(public6);
const isSpecial6 = listOf(special6);
