import { api, clock, logs } from 'world';
import { hmacSha256 } from './hmacSha256.ts';

export const [newSecret, oldSecret] = ['whsec_Lq2dN8vJ5tRb', 'whsec_X0kPz7mWc3Ga'] as const;

export type LockerEvent = {
  id: string;
  type: string;
  occurredAt: string;
  data: { parcelId: string; lockerId: string };
};

let lastEvent = 0;

export function lockerEvent(parcelId: string, type = 'parcel.deposited', minute = 0): LockerEvent {
  lastEvent += 1;
  return {
    id: `evt_${lastEvent}_${parcelId}`,
    type,
    occurredAt: `2026-01-31T12:${String(minute).padStart(2, '0')}:00.000Z`,
    data: { parcelId, lockerId: 'l-7' },
  };
}

export function nowSeconds(): number {
  return Math.floor(clock.now() / 1000);
}

export function signature(
  body: string,
  t: number | string = nowSeconds(),
  secret = newSecret,
): string {
  return `t=${t},v1=${hmacSha256(secret, `${t}.${body}`)}`;
}

/** Sends a body as it is, with a header that is right unless given. */
export function send(body: string, header = signature(body), contentType = 'application/json') {
  return api.request({
    method: 'POST',
    path: '/webhooks/lockers',
    headers: { 'content-type': contentType, 'locker-signature': header },
    body,
  });
}

export function deliver(event: unknown) {
  return send(JSON.stringify(event));
}

/** The texts that went out in this test. */
export function texts(): string[] {
  return logs.map(({ text }) => text).filter((text) => text.startsWith('text to '));
}

export async function parcel(id: string) {
  return (await api.get(`/parcels/${id}`)).body;
}
