import { createTransport, type Transporter } from 'nodemailer';
import type { MailSettings } from './mailSettings.ts';

export type Mail = {
  /** The same each time that a mail is sent again, so that whoever gets it twice can tell. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/** `refused` is for good: the address, or the mail to it, is not taken. After `failed` it may go another time. */
export type Handover =
  | { status: 'sent' }
  | { status: 'refused'; code: number }
  | { status: 'failed'; reason: string };

/** Each step of a conversation with the server, ms. Counters one that accepts and says nothing. */
const stepMs = 15_000;
/** Conversations at a time: what small providers allow. */
const connections = 2;

/** Hands mails over to the operator's mail server. */
export class Mailer {
  readonly from: string;
  readonly #transport: Transporter;
  readonly #replyTo: string | undefined;
  readonly #host: string;

  constructor({ url, tls, from, replyTo }: MailSettings) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    this.from = from;
    this.#replyTo = replyTo;
    this.#host = /@([^<>@\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
    this.#transport = createTransport({
      host,
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure && tls === 'required' && !isThisMachine(host),
      ...(username !== '' && {
        auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      }),
      pool: true,
      maxConnections: connections,
      connectionTimeout: stepMs,
      greetingTimeout: stepMs,
      socketTimeout: stepMs,
      dnsTimeout: stepMs,
      // A mail is text of ours; nothing in it may name a file or an address to fetch.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Resolves once the server has the mail, or with why it does not. */
  async send({ id, to, subject, text, html }: Mail): Promise<Handover> {
    try {
      await this.#transport.sendMail({
        messageId: `<${id}@${this.#host}>`,
        from: this.from,
        ...(this.#replyTo !== undefined && { replyTo: this.#replyTo }),
        to: { name: oneLine(to.name), address: to.address },
        subject: oneLine(subject),
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { status: 'sent' };
    } catch (error) {
      return describeFailure(error);
    }
  }

  close(): void {
    this.#transport.close();
  }
}

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.');

/** Without what could end a line of a head; the library keeps heads apart too. */
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

/** A server's words are left out: they quote the address. */
function describeFailure(error: unknown): Handover {
  const part = (key: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
  const [code, command, response] = [part('code'), part('command'), part('responseCode')];
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (typeof response === 'number' && response >= 500 && isAboutThisMail)
    return { status: 'refused', code: response };
  const said = [code, command, response].filter((fact) => fact !== undefined).map(String);
  return { status: 'failed', reason: said.join(' ') || 'no reason given' };
}
