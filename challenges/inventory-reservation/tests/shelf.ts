import { api, postgres } from 'world';

export const minuteMs = 60_000;
let shelves = 0;

/** Puts a new part on the shelf and gives its id. */
export async function stock(onHand: number, name = 'Gearbox'): Promise<string> {
  shelves += 1;
  const id = `${name.toLowerCase().replaceAll(' ', '-')}-${String(shelves).padStart(4, '0')}-${Math.floor(Math.random() * 1e9)}`;
  await postgres.query('INSERT INTO parts VALUES ($1, $2, $3)', [id, name, onHand]);
  return id;
}

export type Line = { partId: unknown; quantity: unknown };

export const reserve = (items: Line[] | undefined, jobId: unknown = 'WT-1') =>
  api.post('/reservations', { jobId, items });
export const confirm = (id: string) => api.post(`/reservations/${id}/confirm`);
export const release = (id: string) => api.delete(`/reservations/${id}`);
export const reservation = async (id: string) => (await api.get(`/reservations/${id}`)).body;

/** On hand, held and available. */
export async function shelf(id: string): Promise<number[]> {
  const { body } = await api.get(`/parts/${id}`);
  return [body.onHand, body.held, body.available];
}

/** Reserves and gives the id; fails the test when that is refused. */
export async function held(...items: [partId: string, quantity: number][]): Promise<string> {
  const res = await reserve(items.map(([partId, quantity]) => ({ partId, quantity })));
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 201 });
  return res.body.id;
}
