import { createServer, type Server } from 'node:http';
import { defaultLimits } from '@assay/contracts/verdict';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchContent } from './fetchContent.ts';

const known = 'a'.repeat(64);
const mixedUp = 'b'.repeat(64);
const content = {
  slug: 'orders-api',
  hash: known,
  port: 'http',
  entry: 'src/index.ts',
  limits: defaultLimits,
  tests: { public: { 'public.test.ts': '' }, hidden: {} },
};

describe('challenge content over HTTP', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const allowed = request.headers.authorization === 'Bearer right';
      const found =
        request.url === `/internal/challenges/${known}` || request.url?.endsWith(mixedUp);
      response.statusCode = allowed ? (found ? 200 : 404) : 401;
      response.end(JSON.stringify(content));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('gives the version that a hash names', async () => {
    await expect(fetchContent(url, 'right')(known)).resolves.toEqual(content);
  });

  it('refuses content of another version', async () => {
    await expect(fetchContent(url, 'right')(mixedUp)).rejects.toThrow(
      `gives challenge version ${known}`,
    );
  });

  it('says what the API answered when it refuses', async () => {
    await expect(fetchContent(url, 'wrong')(known)).rejects.toThrow('answers 401');
    await expect(fetchContent(url, 'right')('c'.repeat(64))).rejects.toThrow('answers 404');
  });
});
