import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { to: string[]; raw: string };

/** A mail server on a free port of this machine that keeps what it takes, and answers as it is told. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  const answers: { code: number; to: 'address' | 'mail' }[] = [];
  const refuse = (to: 'address' | 'mail'): Error | undefined => {
    const [answer] = answers;
    if (answer?.to !== to) return undefined;
    answers.shift();
    return Object.assign(new Error('As the test said'), { responseCode: answer.code });
  };
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
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
          });
        }
        callback(refusal ?? null);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    /** The codes with which it refuses the next ones, in order. */
    answers,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
