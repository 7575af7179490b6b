import { api } from 'world';

export const hospitals = {
  anna: { organisationId: 'st-anna', devices: ['dev-1', 'dev-2'] },
  nord: { organisationId: 'nordklinik', devices: ['dev-3', 'dev-4'] },
} as const;
export type Hospital = keyof typeof hospitals;
export const roles = ['viewer', 'agent', 'admin'] as const;

export type Ticket = { id: string; title: string; commentCount: number } & Record<string, unknown>;
export type Entry = { userId: string; action: string; ticketId: string | null; outcome: string };

/** Requests of one user, as `as('anna-agent')`. */
export function as(userId: string) {
  const options = { headers: { 'x-user-id': userId } };
  return {
    get: (path: string) => api.get(path, options),
    post: (path: string, body?: unknown) => api.post(path, body, options),
    patch: (path: string, body?: unknown) => api.patch(path, body, options),
    delete: (path: string) => api.delete(path, options),
  };
}

export async function open(hospital: Hospital, title: string, more: object = {}): Promise<Ticket> {
  const [deviceId] = hospitals[hospital].devices;
  const res = await as(`${hospital}-agent`).post('/tickets', { title, deviceId, ...more });
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 201 });
  return res.body;
}

export async function comment(hospital: Hospital, ticket: Ticket, text: string, internal = false) {
  const res = await as(`${hospital}-agent`).post(`/tickets/${ticket.id}/comments`, {
    text,
    internal,
  });
  expect(res.status).toBe(201);
  return res.body;
}

export async function found(userId: string, q: string): Promise<{ total: number; ids: string[] }> {
  const { body } = await as(userId).get(`/search?q=${encodeURIComponent(q)}`);
  return { total: body.total, ids: body.hits.map((hit: { ticketId: string }) => hit.ticketId) };
}

/** What the log of a hospital has gained since it had `before` entries, oldest first. */
export async function audited(hospital: Hospital, before = 0): Promise<Entry[]> {
  const res = await as(`${hospital}-admin`).get('/audit');
  expect(res.status).toBe(200);
  const entries: (Entry & { at: string })[] = res.body.entries;
  return entries
    .slice(0, entries.length - before)
    .toReversed()
    .map(({ userId, action, ticketId, outcome }) => ({ userId, action, ticketId, outcome }));
}
