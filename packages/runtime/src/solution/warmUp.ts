/**
 * Run once while the solution's snapshot is built, in a context that is thrown away: what V8 compiles for
 * it is kept in the snapshot, so that no candidate's run pays for compiling Express.
 */
export const solutionWarmUp = `
const host = new Proxy({}, { get: (_, name) => (name === 'callTests' ? () => '{}' : () => 1) });
const turn = __boot(host, 1, '{}');
const take = (...args) => { turn(...args); turn('tick'); };
take('load', \`(function (exports, require, module) {
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
  setTimeout(() => {}, 1);
})\`);
const send = (id, method, url, body) => {
  const headers = [['host', 'localhost'], ['content-type', 'application/json'], ['content-length', String(body.length)]];
  take('request', id, JSON.stringify({ method, url, headers: body ? headers : [], body }));
};
for (let id = 0; id < 20; id += 5) {
  send(id, 'POST', '/items/1?a=b', '{"name":"x","count":1}');
  send(id + 1, 'POST', '/items/1', '{"name":""}');
  send(id + 2, 'GET', '/hash', '');
  send(id + 3, 'GET', '/wrong', '');
  send(id + 4, 'GET', '/nowhere', '');
}
`;
