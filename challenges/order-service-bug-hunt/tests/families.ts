import { api, logs } from 'world';

export type Order = { id: string; priceCents: number; notes: string[]; status: string };
export type NewOrder = {
  family: string;
  child?: string;
  date: string;
  meal?: string;
  notes?: string[];
  email?: string;
};

export const topUp = (family: string, cents: number) =>
  api.post(`/wallets/${family}/top-up`, { cents });
export const order = (given: NewOrder) =>
  api.post('/orders', { child: 'Ada', meal: 'pasta', ...given });
export const cancel = (id: string) => api.delete(`/orders/${id}`);

export async function balance(family: string): Promise<number> {
  return (await api.get(`/wallets/${family}`)).body.balanceCents;
}

/** Places an order; fails the test when that is refused. */
export async function placed(given: NewOrder): Promise<Order> {
  const res = await order(given);
  expect({ status: res.status, body: res.body }).toMatchObject({ status: 201 });
  return res.body;
}

/** What the kitchen reads on a day: child, meal and notes. */
export async function cooked(date: string): Promise<[string, string, string[]][]> {
  const { body } = await api.get(`/kitchen/day/${date}`);
  return body.orders.map((one: { child: string; meal: string; notes: string[] }) => [
    one.child,
    one.meal,
    one.notes,
  ]);
}

export function mails(): string[] {
  return logs.map(({ text }) => text).filter((text) => text.startsWith('mail '));
}
