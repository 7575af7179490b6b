import { api, postgres } from 'world';

export type Alarm = {
  id: number;
  station: string;
  severity: number;
  message: string;
  raisedAt: string;
};
export type Page = { alarms: Alarm[]; next: string | null; previous: string | null };

export async function raise(
  station: string,
  raisedAt: string,
  severity = 3,
  message = 'Breaker open',
): Promise<number> {
  const [row] = await postgres.query(
    'INSERT INTO alarms (station, severity, message, raised_at) VALUES ($1, $2, $3, $4) RETURNING id',
    [station, severity, message, raisedAt],
  );
  return Number(row?.['id']);
}

export async function list(query: string): Promise<Page> {
  const res = await api.get(`/alarms?${query}`);
  expect({ query, status: res.status, body: res.body }).toMatchObject({ status: 200 });
  return res.body;
}

export const ids = (page: Page): number[] => page.alarms.map(({ id }) => id);

/** Follows `next` (or `previous`) from a page on, and gives the ids of each page. */
export async function follow(
  query: string,
  link: 'next' | 'previous',
  from: Page,
  between: (page: Page) => Promise<unknown> = async () => {},
): Promise<number[][]> {
  const pages: number[][] = [];
  for (let page = from; ;) {
    const cursor = page[link];
    if (cursor === null) return pages;
    if (pages.length > 20) throw new Error(`The pages after ${query} do not end.`);
    await between(page);
    const name = link === 'next' ? 'after' : 'before';
    page = await list(`${query}&${name}=${encodeURIComponent(cursor)}`);
    pages.push(ids(page));
  }
}

/** All pages from the first on, by their ids. */
export async function walk(
  query: string,
  between?: (page: Page) => Promise<unknown>,
): Promise<number[][]> {
  const first = await list(query);
  return [ids(first), ...(await follow(query, 'next', first, between))];
}
