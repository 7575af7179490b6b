import { connect } from 'node:tls';
import type { DoctorEnvironment } from './env.ts';
import { explain, type Finding, fails, warns, well } from './Finding.ts';

const answerWithinMs = 5_000;
/** A certificate that ends sooner, days, is due. */
const renewWithinDays = 14;
const dayMs = 86_400_000;
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/** Goes where people go: through the proxy, if there is one, to the page, the API and the sockets. */
export async function checkAddress(env: DoctorEnvironment): Promise<Finding[]> {
  const { ASSAY_URL: text = '', ASSAY_TRUST_PROXY: trusted } = env;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return [
      fails('address', 'ASSAY_URL is no http(s) address', 'Set it as https://assay.example.'),
    ];
  const url = new URL(text);
  const found: Finding[] = [];
  if (trusted === 'true')
    found.push(
      warns(
        'proxy',
        'ASSAY_TRUST_PROXY believes everybody: whoever writes X-Forwarded-For has another address for each try',
        'Name the network of your proxy instead, as loopback, 10.0.0.0/8.',
      ),
    );
  if (url.protocol === 'http:' && !thisMachine.includes(url.hostname))
    found.push(
      warns(
        'tls',
        'People come without TLS: sessions can be read on the way, and calls have no camera',
        'Put a proxy with TLS in front, and set ASSAY_URL to its https:// address.',
      ),
    );
  if (url.protocol === 'https:') found.push(await certificate(url));
  return [...found, ...(await through(url))];
}

async function through(url: URL): Promise<Finding[]> {
  let headers: Headers;
  try {
    const response = await get(new URL('/health/live', url));
    if (!response.ok)
      return [
        fails(
          'address',
          `${url.host} answers ${response.status} instead of Assay`,
          'Let the proxy pass all addresses on to the API.',
        ),
      ];
    ({ headers } = response);
  } catch (error) {
    return [
      warns(
        'address',
        `Nobody answers at ${url.origin}: ${explain(error)}`,
        'Start the API, and look whether this machine reaches the address that people open.',
      ),
    ];
  }
  const found = [well('address', `Assay answers at ${url.origin}`)];
  if (headers.get('content-security-policy') === null)
    found.push(
      fails(
        'proxy headers',
        'The security headers of the API do not arrive',
        'Let the proxy keep the headers of answers.',
      ),
    );
  found.push(await sockets(url));
  if (!thisMachine.includes(url.hostname)) {
    const { status } = await get(new URL('/internal/challenges/none', url));
    if (status === 401)
      found.push(
        warns(
          'internal address',
          'The door for workers is open to the public address; only its token keeps hidden tests',
          'Let the proxy answer 404 to /internal/.',
        ),
      );
  }
  return found;
}

function get(url: URL, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(answerWithinMs) });
}

/** Whether WebSockets come through. */
function sockets(url: URL): Promise<Finding> {
  const address = new URL('/socket.io/?EIO=4&transport=websocket', url);
  address.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    const end = (finding: Finding): void => {
      clearTimeout(timer);
      socket.close();
      resolve(finding);
    };
    const refused = () =>
      end(
        fails(
          'sockets',
          'WebSockets do not come through: nothing is saved while people type',
          'Let the proxy pass the headers Upgrade and Connection on (nginx: proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade).',
        ),
      );
    const timer = setTimeout(refused, answerWithinMs);
    socket.addEventListener('error', refused);
    socket.addEventListener('open', () => end(well('sockets', 'WebSockets come through')));
  });
}

function certificate(url: URL): Promise<Finding> {
  const port = url.port === '' ? 443 : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: answerWithinMs });
    const end = (finding: Finding): void => {
      socket.destroy();
      resolve(finding);
    };
    const refused = (why: string) =>
      end(fails('tls', why, 'Mend the certificate of the proxy: browsers refuse it, too.'));
    socket.once('timeout', () => refused(`${host}:${port} does not answer`));
    socket.once('error', (error) => refused(explain(error)));
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      const days = Math.floor((until.getTime() - Date.now()) / dayMs);
      const told = `The certificate is good for ${days} days`;
      end(
        days < renewWithinDays
          ? warns('tls', told, 'Renew it, and look why that did not happen by itself.')
          : well('tls', told),
      );
    });
  });
}

/** Goes where a worker goes, with its token. */
export async function checkApiForWorkers(env: DoctorEnvironment): Promise<Finding> {
  const { ASSAY_API_URL: text = '', ASSAY_WORKER_TOKEN: token = '' } = env;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    return fails('api for workers', 'ASSAY_API_URL is no http(s) address', 'Name the API by it.');
  try {
    const address = new URL('/internal/challenges/none', text);
    const { status } = await get(address, { authorization: `Bearer ${token}` });
    if (status === 404) return well('api for workers', 'It takes the token of the workers');
    return status === 401
      ? fails(
          'api for workers',
          'It does not take this token',
          'Set ASSAY_WORKER_TOKEN to the one of the API.',
        )
      : fails('api for workers', `It answers ${status}`, 'Look whether ASSAY_API_URL is an API.');
  } catch (error) {
    return fails(
      'api for workers',
      `Nobody answers at ${new URL(text).origin}: ${explain(error)}`,
      'Start the API, and look whether this machine reaches it.',
    );
  }
}
