import { createServer } from 'node:http';
import pg from 'pg';
import { readPage } from './page.ts';
import { BadParameter, readRequest } from './request.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

async function answer(url: string): Promise<[number, unknown]> {
  const { pathname, searchParams } = new URL(url, 'http://alarms');
  if (pathname !== '/alarms') return [404, { error: { message: 'Only /alarms is here.' } }];
  try {
    return [200, await readPage(pool, readRequest(searchParams))];
  } catch (error) {
    if (error instanceof BadParameter)
      return [400, { error: { parameter: error.parameter, message: error.message } }];
    console.error(error);
    return [500, { error: { message: 'This was our mistake.' } }];
  }
}

createServer((req, res) => {
  void answer(req.url ?? '/').then(([status, body]) => {
    res.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
}).listen(Number(process.env.PORT));
