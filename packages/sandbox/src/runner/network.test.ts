import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultLimits, type Verdict } from '@assay/contracts/verdict';
import { createJudge } from '#judge/createJudge.ts';
import type { Judge } from '#judge/Judge.ts';

let judge: Judge;

beforeAll(async () => {
  judge = await createJudge({ warmRunners: 1, postgresRunners: 0, concurrency: 1 });
});
afterAll(() => judge.close());

/** Runs `program`, which gives `run`, and returns what `run` resolved to. */
async function runs(program: string): Promise<unknown> {
  const verdict: Verdict = await judge.judge({
    challenge: {
      slug: 'example',
      hash: '0'.repeat(64),
      port: 'module',
      entry: 'src/index.ts',
      limits: defaultLimits,
      tests: {
        public: {
          'public.test.ts': `import { run } from 'solution'; it('runs', async () => { await run(); });`,
        },
        hidden: {},
      },
    },
    files: { 'src/index.ts': program },
    suite: 'public',
    seed: 1,
  });
  const [test] = verdict.tests;
  return test?.failure?.message ?? test?.console.map(({ text }) => text);
}

describe("a solution's network", () => {
  it('knows no name, and says so as Node does', async () => {
    expect(
      await runs(`
        import http from 'node:http';
        export async function run() {
          await fetch('https://rates.test/latest').catch((error) => console.log(error.name, error.message, error.cause.code, error.cause.message));
          await new Promise((resolve) => http.get('http://rates.test/', () => {}).on('error', (error) => {
            console.log(error.code, error.message, error.hostname, error.syscall, error.errno);
            resolve();
          }));
        }
      `),
    ).toEqual([
      'TypeError fetch failed ENOTFOUND getaddrinfo ENOTFOUND rates.test',
      'ENOTFOUND getaddrinfo ENOTFOUND rates.test rates.test getaddrinfo -3008',
    ]);
  });

  it("reaches the solution's own server, and refuses a port where none listens", async () => {
    expect(
      await runs(`
        import http from 'node:http';
        const server = http.createServer(async (request, response) => {
          let body = '';
          for await (const chunk of request) body += chunk;
          response.writeHead(201, { 'x-seen': request.headers['x-sent'] ?? 'no' });
          response.end(request.method + ' ' + request.url + ' ' + body);
        });
        server.listen(4000);
        export async function run() {
          const reply = await fetch('http://localhost:4000/a?b=1', { method: 'POST', body: 'ü', headers: { 'x-sent': 'yes' } });
          console.log(reply.status, reply.headers.get('x-seen'), await reply.text());
          await new Promise((resolve) => {
            const request = http.request({ port: 4000, path: '/b', method: 'PUT' }, (response) => {
              response.setEncoding('utf8').on('data', (text) => console.log(response.statusCode, text)).on('end', resolve);
            });
            request.end('body');
          });
          await new Promise((resolve) => http.get('http://127.0.0.1:81/').on('error', (error) => { console.log(error.message, error.port); resolve(); }));
        }
      `),
    ).toEqual(['201 yes POST /a?b=1 ü', '201 PUT /b body', 'connect ECONNREFUSED 127.0.0.1:81 81']);
  });
});
