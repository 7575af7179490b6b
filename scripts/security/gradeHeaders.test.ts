import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
// oxlint-disable-next-line no-restricted-imports -- the script grades any installation, the test ours
import { securityHeaders } from '../../apps/api/src/http/securityHeaders.ts';
import { gradeHeaders } from './gradeHeaders.ts';

/** What an installation at `publicUrl` sends. */
async function headersOf(publicUrl: string): Promise<Headers> {
  const secure = securityHeaders(publicUrl);
  const server = createServer((request, response) => {
    secure(request, response, () => response.end('a page'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { headers } = await fetch(`http://127.0.0.1:${port}/`);
  server.closeAllConnections();
  server.close();
  return headers;
}

describe('the security headers', () => {
  it('are graded A, with TLS and without', async () => {
    for (const publicUrl of ['https://assay.test', 'http://assay.test']) {
      const tls = publicUrl.startsWith('https:');
      expect(gradeHeaders(await headersOf(publicUrl), { tls })).toEqual({
        grade: 'A',
        points: 100,
        lost: [],
      });
    }
  });

  it('are graded F where there are none, and lower for each that is weak', async () => {
    const none = gradeHeaders(new Headers({ 'x-powered-by': 'Something 1.2' }), { tls: true });
    expect(none).toMatchObject({ grade: 'F', points: 0 });
    expect(none.lost).toContain('x-powered-by: it names the software');
    const weak = new Headers(await headersOf('https://assay.test'));
    const policy = weak.get('content-security-policy') ?? '';
    weak.set('content-security-policy', policy.replace("script-src 'self'", "script-src 'self' *"));
    expect(gradeHeaders(weak, { tls: true })).toMatchObject({ grade: 'C', points: 75 });
  });
});
