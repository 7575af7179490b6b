import { api, logs } from 'world';

export type Answer = Awaited<ReturnType<typeof api.get>>;

export const as = (key: string) => ({ headers: { 'x-api-key': key } });
export const ticket = (key: string, id = 't-1') => api.get(`/tickets/${id}`, as(key));
export const search = (key: string, event: unknown = 'Harbour Nights') =>
  api.post('/tickets/search', { event }, as(key));

/** Status, Remaining, Reset and Retry-After of an answer. */
export function told({ status, headers }: Answer) {
  const number = (name: string) =>
    headers[name] === undefined ? undefined : Number(headers[name]);
  return [status, number('ratelimit-remaining'), number('ratelimit-reset'), number('retry-after')];
}

export async function available(key: string): Promise<number> {
  return (await api.get('/budget', as(key))).body.available;
}

/** What reached the service behind in this test. */
export function reached(): string[] {
  return logs.map(({ text }) => text).filter((text) => text.startsWith('tickets: '));
}
