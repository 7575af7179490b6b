import { createServer, type IncomingMessage } from 'node:http';
import { createReceiver } from './receiver.ts';
import { isSigned } from './signature.ts';

const maxBytes = 65_536;
const receiver = createReceiver();

type Answer = [status: number, body: object];
const refuse = (status: number, code: string, message: string): Answer => [
  status,
  { error: { code, message } },
];

async function answer(req: IncomingMessage): Promise<Answer> {
  const { pathname } = new URL(req.url ?? '/', 'http://localhost');
  if (req.method === 'POST' && pathname === '/webhooks/lockers') {
    const body = await readBody(req);
    if (!body) return refuse(413, 'payload_too_large', 'At most 64 KB, please.');
    const header = String(req.headers['locker-signature'] ?? '');
    if (!isSigned(header, body)) return refuse(401, 'invalid_signature', 'The signature is wrong.');
    return receiver.receive(body.toString('utf8'));
  }
  const [, id] = /^\/parcels\/([^/]+)$/.exec(pathname) ?? [];
  const parcel = req.method === 'GET' && id ? receiver.parcel(decodeURIComponent(id)) : undefined;
  return parcel ? [200, parcel] : refuse(404, 'not_found', 'This is not here.');
}

async function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  return body.length > maxBytes ? undefined : body;
}

createServer((req, res) => {
  void answer(req)
    .catch((error: unknown) => {
      console.error(error);
      return refuse(500, 'internal_error', 'This was our mistake.');
    })
    .then(([status, body]) => {
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(body));
    });
}).listen(Number(process.env.PORT));
