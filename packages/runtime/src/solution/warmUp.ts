import { letSettle } from '#time/letSettle.ts';
import { createPendingTimers } from '#time/pendingTimers.ts';
import type { SolutionHost, SolutionTurn } from './protocol.ts';

type Turn = (op: SolutionTurn['op'], ...args: never[]) => string;

/** Rounds of requests: what a second one still compiles is worth keeping too. */
const rounds = 4;

/** What backend solutions do, in small. */
const program = `(function (exports, require, module) {
  const express = require('express');
  const { z } = require('zod');
  const { createHash, randomUUID } = require('crypto');
  const app = express();
  const router = express.Router();
  const Item = z.object({
    name: z.string().trim().min(1).max(50), count: z.number().int().positive(), kind: z.enum(['a', 'b']).default('a'),
    tags: z.array(z.string()).max(3).optional(), at: z.string().nullish(),
  }).refine((item) => item.count < 10, { path: ['count'], message: 'too many' });
  const Query = z.object({ limit: z.coerce.number().int().min(1).default(20), cursor: z.string().optional() });
  app.use(express.json({ limit: '10kb' }));
  router.post('/items/:id', async (request, response) => {
    const parsed = Item.safeParse(request.body);
    if (!parsed.success) return response.status(400).json({ error: z.flattenError(parsed.error) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    response.status(201).location('/items/1').set('x-count', '1').json({ id: randomUUID(), at: new Date().toISOString(), ...parsed.data });
  });
  router.get('/items', (request, response) => {
    const { limit } = Query.parse(request.query);
    const cursor = Buffer.from(String(limit)).toString('base64url');
    response.json({ limit: Buffer.from(cursor, 'base64url').toString('utf8'), customer: request.get('x-customer'), type: request.is('json') });
  });
  router.delete('/items/:id', (request, response) => response.status(204).end());
  app.get('/hash', (request, response) => response.send(createHash('sha256').update('a').digest('hex')));
  app.get('/wrong', () => { throw new Error('wrong'); });
  app.use(router);
  app.use((request, response) => response.status(404).json({ error: 'not found' }));
  app.use((error, request, response, next) => {
    console.error(error.message, { error: 1 });
    response.status(error.status ?? 500).json({ error: 'x' });
  });
  app.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));
  exports.method = (value) => ({ value, list: [1, 'a', null] });
})`;

/**
 * Run once while the solution's snapshot is built, in a context that is thrown away: what V8 compiles for
 * it stays in the snapshot, so that no candidate's run pays for compiling Express.
 * @throws {Error} when a request has no answer: what follows would stay cold.
 */
export async function warmUpSolution(
  boot: (host: SolutionHost, seed: number, environment: string) => Turn,
): Promise<void> {
  let waiting = 0;
  const { pending, arm } = createPendingTimers();
  const host = new Proxy({} as SolutionHost, {
    get: (_target, name) => {
      if (name === 'callTests') return () => '{}';
      if (name === 'digest') return () => '';
      if (name === 'respond') return () => void (waiting -= 1);
      if (name === 'setTimer' || name === 'setImmediate') return arm;
      return () => 1;
    },
  });
  const turn = boot(host, 1, '{}') as (op: string, ...args: unknown[]) => string;
  const settle = () => letSettle(() => turn('tick'));
  const send = async (id: number, method: string, url: string, body = '') => {
    const headers = [
      ['host', 'localhost'],
      ['x-customer', 'c'],
      ...(body === ''
        ? []
        : [
            ['content-type', 'application/json'],
            ['content-length', String(body.length)],
          ]),
    ];
    waiting += 1;
    turn('request', id, JSON.stringify({ method, url, headers, body }));
    await settle();
    for (const timer of pending.splice(0)) turn('timer', timer);
    await settle();
  };

  turn('load', program);
  await settle();
  for (let round = 0; round < rounds; round += 1) {
    await send(1, 'POST', '/items/1?a=b', '{"name":"x","count":1,"tags":["a"]}');
    await send(2, 'POST', '/items/1', '{"name":"","count":11}');
    await send(3, 'POST', '/items/1', '{"name":');
    await send(4, 'GET', '/items?limit=3&cursor=a');
    await send(5, 'GET', '/items?limit=x');
    await send(6, 'DELETE', '/items/1');
    await send(7, 'GET', '/hash');
    await send(8, 'GET', '/wrong');
    await send(9, 'GET', '/nowhere');
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
  if (waiting > 0) throw new Error(`${waiting} requests that warm the solution up have no answer.`);
}
