import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { isGenuine } from './isGenuine.ts';

/** Larger than any message of Assay, bytes. Counters a body without an end. */
const maxBodyBytes = 64 * 1024;

/** Takes messages of a webhook on this machine, and hands each genuine one on once. Answers where it listens. */
export async function listen(
  options: { port: number; secret: string },
  onMessage: (message: unknown) => void,
): Promise<number> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const id = String(request.headers['webhook-id']);
    const length = Number(request.headers['content-length'] ?? Infinity);
    if (request.method !== 'POST' || length > maxBodyBytes) {
      response.writeHead(400).end();
      return;
    }
    text(request).then(
      (body) => {
        const genuine = isGenuine(request.headers, body, options.secret);
        response.writeHead(genuine ? 204 : 401).end();
        if (!genuine || seen.has(id)) return;
        // A message can come twice. A real system keeps what it has seen in its database.
        seen.add(id);
        onMessage(JSON.parse(body));
      },
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : options.port;
}
