import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
  to: string[];
  raw: string;
  /** Whether it came over TLS, and who had logged in. */
  isSecure: boolean;
  user?: string;
};

/** A mail server on a free port of this machine that keeps what it takes, and answers as it is told. */
export async function startMailServer(
  options: {
    /** Its certificate; without one it offers no TLS. */
    tls?: { key: string; cert: string };
    /** TLS from the first byte. */
    secure?: boolean;
    /** Who has to log in; without one, nobody has to. */
    login?: { user: string; password: string };
  } = {},
) {
  const { tls, secure = false, login } = options;
  const received: ReceivedMail[] = [];
  const passwords: string[] = [];
  const answers: { code: number; to: 'address' | 'mail' }[] = [];
  const refuse = (to: 'address' | 'mail'): Error | undefined => {
    const [answer] = answers;
    if (answer?.to !== to) return undefined;
    answers.shift();
    return Object.assign(new Error('As the test said'), { responseCode: answer.code });
  };
  const server = new SMTPServer({
    ...tls,
    secure,
    authOptional: login === undefined,
    // So that a test sees whether a client says its password to whoever asks.
    allowInsecureAuth: true,
    hideSTARTTLS: tls === undefined,
    onAuth: ({ username = '', password = '' }, _session, callback) => {
      passwords.push(password ?? '');
      const isRight = username === login?.user && password === login.password;
      callback(isRight ? null : new Error('Unknown'), isRight ? { user: username } : undefined);
    },
    onRcptTo: (_address, _session, callback) => callback(refuse('address') ?? null),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refuse('mail');
        if (refusal === undefined) {
          received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString(),
            isSecure: session.secure,
            ...(typeof session.user === 'string' && { user: session.user }),
          });
        }
        callback(refusal ?? null);
      });
    },
  });
  // A client that does not like the certificate hangs up.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    /** What it was told as passwords, right or wrong. */
    passwords,
    /** The codes with which it refuses the next ones, in order. */
    answers,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
