import { describe, expect, it } from '@jest/globals';
import { outcomes, useJudge } from '#fixtures/judgeOne.ts';

const judged = useJudge();

const solution = `
  import express from 'express';
  import { once } from 'node:events';
  import { setTimeout as sleep } from 'node:timers/promises';
  const app = express();
  const heard = [];
  let written = 0;

  app.post('/sum', async (request, response) => {
    let bytes = 0;
    try {
      for await (const chunk of request) {
        bytes += chunk.length;
        heard.push(Date.now() + ' ' + chunk.toString());
        if (request.query.pause) await sleep(Number(request.query.pause));
      }
      response.json({ bytes, type: request.get('transfer-encoding') });
    } catch (error) { heard.push(error.code); }
  });
  app.post('/json', express.json(), (request, response) => response.json(request.body));
  app.post('/unread', (request, response) => response.status(401).end());
  app.post('/upper', async (request, response) => {
    response.type('text/plain').flushHeaders();
    for await (const chunk of request) response.write(chunk.toString().toUpperCase());
    response.end('!');
  });
  app.get('/rows', async (request, response) => {
    response.type('application/x-ndjson');
    for (let n = 1; n <= 3; n += 1) {
      response.write(JSON.stringify({ n, word: 'grün' }) + '\\n');
      await sleep(1_000);
    }
    response.end('end');
  });
  app.get('/events', (request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    let n = 0;
    const timer = setInterval(() => {
      n += 1;
      response.write(': tick\\nevent: count\\nid: ' + n + '\\ndata: {"n":' + n + '}\\ndata: x\\n\\n');
    }, 500);
    response.on('close', () => { clearInterval(timer); heard.push('closed after ' + n); });
  });
  app.get('/flood', async (request, response) => {
    for (let n = 0; n < 40; n += 1) {
      written += 1;
      if (!response.write('x'.repeat(10_000))) await once(response, 'drain');
    }
    response.end();
  });
  app.get('/broken', (request, response) => { response.write('a'); setTimeout(() => response.destroy(), 10); });
  app.get('/heard', (request, response) => response.json({ heard: heard.splice(0), written }));
  app.listen(3000);
`;

describe('streams of the api', () => {
  it('sends a body in pieces as the solution takes it in', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { api, clock } from 'world';
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        const heard = async () => (await api.get('/heard')).body.heard;
        const send = (path, body, more) => api.request({ method: 'POST', path, body, ...more });

        it('with pauses', async () => {
          const start = clock.now();
          async function* body() { yield 'a'; await sleep(1_000); yield Buffer.from('bc'); await sleep(500); }
          const { body: answer } = await send('/sum', body());
          expect(answer).toEqual({ bytes: 3, type: 'chunked' });
          expect(clock.now() - start).toBe(1_500);
          expect(await heard()).toEqual([start + ' a', start + 1_000 + ' bc']);
        });
        it('no faster than it is read', async () => {
          let made = 0;
          const piece = 'x'.repeat(32_768);
          function* body() { for (made = 1; made <= 20; made += 1) yield piece; }
          const sent = send('/sum?pause=1000', body());
          await clock.advance(1_500);
          expect(made).toBeLessThan(8);
          expect((await sent).body.bytes).toBe(20 * 32_768);
          await heard();
        });
        it('to whoever parses or ignores it', async () => {
          expect((await send('/json', ['{"a":', '"é"}'], { headers: { 'content-type': 'application/json' } })).body).toEqual({ a: 'é' });
          let finished = false;
          function* body() { for (let n = 0; n < 50; n += 1) yield 'x'.repeat(10_000); finished = true; }
          expect((await send('/unread', body())).status).toBe(401);
          await clock.advance(1);
          expect(finished).toBe(true);
          expect((await send('/sum', new Uint8Array([104, 105]))).body).toEqual({ bytes: 2 });
          await heard();
        });
        it.each(['throws', 'signal', 'time'])('and hangs up in the middle: %s', async (how) => {
          const controller = new AbortController();
          async function* body() { yield 'a'; await sleep(1_000); if (how === 'throws') throw new Error('torn'); controller.abort(); await sleep(10_000); yield 'b'; }
          const options = how === 'signal' ? { signal: controller.signal } : how === 'time' ? { abortAfterMs: 2_000 } : {};
          if (how === 'time') controller.abort = () => {};
          await expect(send('/sum', body(), options)).rejects.toThrow({ throws: 'torn', signal: 'was aborted', time: 'after 2000 ms' }[how]);
          await clock.advance(20_000);
          expect((await heard()).map((line) => line.split(' ').at(-1))).toEqual(['a', 'ECONNRESET']);
        });
      `,
    });
    expect(outcomes(verdict).filter((line) => !line.endsWith(': passed'))).toEqual([]);
    expect(verdict.tests).toHaveLength(6);
  });

  it('reads a response while it comes', async () => {
    const verdict = await judged({
      solution,
      tests: `
        import { api, clock, restart } from 'world';
        const heard = async () => (await api.get('/heard')).body;

        it('line by line', async () => {
          const start = clock.now();
          const { status, headers, closed } = await api.stream('/rows');
          expect([status, headers['content-type'], closed]).toEqual([200, 'application/x-ndjson', false]);
          expect(clock.now()).toBe(start);
          const stream = await api.stream('/rows');
          const seen = [];
          for await (const line of stream.lines()) seen.push([clock.now() - start, line]);
          expect(seen).toEqual([[0, '{"n":1,"word":"grün"}'], [1_000, '{"n":2,"word":"grün"}'], [2_000, '{"n":3,"word":"grün"}'], [3_000, 'end']]);
          expect(stream.closed).toBe(true);
        });
        it('event by event, until it hangs up', async () => {
          const stream = await api.stream('/events');
          const events = stream.events();
          expect((await events.next()).value).toEqual({ event: 'count', id: '1', data: '{"n":1}\\nx' });
          expect((await events.next()).value.id).toBe('2');
          await clock.advance(1_000);
          stream.abort();
          await expect(events.next()).rejects.toThrow('aborted');
          await clock.advance(5_000);
          expect((await heard()).heard).toEqual(['closed after 4']);
        });
        it('leaving one open', async () => {
          await api.stream('/events');
        });
        it('which ends with its test', async () => {
          await clock.advance(5_000);
          expect((await heard()).heard).toEqual(['closed after 0']);
        });
        it('while it still sends', async () => {
          const answers = [];
          async function* body() { yield 'a'; await new Promise((resolve) => setTimeout(resolve, 100)); answers.push('b is sent'); yield 'b'; }
          const stream = await api.stream({ method: 'POST', path: '/upper', body: body() });
          for await (const chunk of stream.chunks()) answers.push(String(chunk));
          expect(answers).toEqual(['A', 'b is sent', 'B', '!']);
        });
        it('or does not read, which holds up the solution', async () => {
          const stream = await api.stream('/flood');
          await clock.advance(1_000);
          const { written } = await heard();
          expect(written).toBeLessThan(20);
          expect((await stream.text()).length).toBe(400_000);
          expect((await heard()).written).toBe(40);
        });
        it('and hears of a connection that breaks', async () => {
          const stream = await api.stream('/broken');
          await expect(stream.text()).rejects.toThrow('The connection was lost: the solution closed it');
          await expect(api.get('/broken')).rejects.toThrow('the solution closed it');
          const rows = await api.stream('/rows');
          const lines = rows.lines();
          await lines.next();
          await restart();
          await expect(lines.next()).rejects.toThrow('The connection was lost: the solution stopped');
        });
        it('with cookies', async () => {
          const client = api.client();
          expect(await (await client.stream('/rows')).text()).toContain('end');
        });
      `,
    });
    expect(outcomes(verdict).filter((line) => !line.endsWith(': passed'))).toEqual([]);
    expect(verdict.tests).toHaveLength(8);
  });

  it('cuts off a response that heeds no window', async () => {
    const verdict = await judged({
      solution: `
        import http from 'node:http';
        http.createServer((request, response) => {
          response._write = undefined;
          const write = http.ServerResponse.prototype._write;
          for (let n = 0; n < 100; n += 1) write.call(response, Buffer.alloc(1_000, 120), 'buffer', () => {});
        }).listen(3000);
      `,
      tests: `
        import { api } from 'world';
        it('is cut off', async () => {
          const stream = await api.stream('/');
          await new Promise((resolve) => setTimeout(resolve, 10));
          await expect(stream.text()).rejects.toThrow('characters of the response are unread');
        });
      `,
      limits: { messageLength: 10_000 },
    });
    expect(outcomes(verdict)).toEqual(['is cut off: passed']);
  });
});
