import type { SolutionHost, SolutionTurn } from './protocol.ts';

type Turn = (op: SolutionTurn['op'], ...args: never[]) => string;

/** Rounds of requests: what a second one still compiles is worth keeping too. */
const rounds = 4;

const program = `(function (exports, require, module) {
  const express = require('express');
  const { z } = require('zod');
  const { createHash, randomUUID } = require('crypto');
  const app = express();
  const Item = z.object({ name: z.string().min(1), count: z.number().int().positive(), tags: z.array(z.string()).optional() });
  app.use(express.json());
  app.post('/items/:id', async (request, response) => {
    const parsed = Item.safeParse(request.body);
    if (!parsed.success) return response.status(400).json({ error: z.flattenError(parsed.error) });
    response.status(201).set('location', '/items/1').json({ id: randomUUID(), query: request.query, ...parsed.data });
  });
  app.get('/hash', (request, response) => response.send(createHash('sha256').update('a').digest('hex')));
  app.get('/wrong', () => { throw new Error('wrong'); });
  app.use((error, request, response, next) => { console.error(error.message, { error: 1 }); response.status(500).json({ error: 'x' }); });
  app.listen(3000);
  exports.method = (value) => ({ value, list: [1, 'a', null] });
})`;

/**
 * Run once while the solution's snapshot is built, in a context that is thrown away: what V8 compiles for
 * it stays in the snapshot, so that no candidate's run pays for compiling Express.
 */
export function warmUpSolution(
  boot: (host: SolutionHost, seed: number, environment: string) => Turn,
): void {
  const host = new Proxy({} as SolutionHost, {
    get: (_target, name) => (name === 'callTests' ? () => '{}' : () => 1),
  });
  const turn = boot(host, 1, '{}') as (op: string, ...args: unknown[]) => string;
  const take = (op: string, ...args: unknown[]) => {
    turn(op, ...args);
    turn('tick');
  };
  const send = (id: number, method: string, url: string, body = '') => {
    const headers = [
      ['host', 'localhost'],
      ['content-type', 'application/json'],
      ['content-length', String(body.length)],
    ];
    take('request', id, JSON.stringify({ method, url, headers: body === '' ? [] : headers, body }));
  };
  take('load', program);
  for (let round = 0; round < rounds; round += 1) {
    send(1, 'POST', '/items/1?a=b', '{"name":"x","count":1}');
    send(2, 'POST', '/items/1', '{"name":""}');
    send(3, 'GET', '/hash');
    send(4, 'GET', '/wrong');
    send(5, 'GET', '/nowhere');
    turn(
      'call',
      JSON.stringify({
        op: 'invoke',
        id: 1,
        key: 'method',
        args: [{ t: 'object', v: [['a', { t: 'number', v: '1' }]] }],
      }),
    );
  }
}
