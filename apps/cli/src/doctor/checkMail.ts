import { createTransport } from 'nodemailer';
import type { DoctorEnvironment } from './env.ts';
import { explain, type Finding, fails, well } from './Finding.ts';

/** Each step of the conversation with the mail server, ms. */
const stepMs = 5_000;

const thisMachine = ['localhost', '127.0.0.1', '::1'];

/** Greets the mail server, signs in where there is a password, and sends nothing. */
export async function checkMail({
  ASSAY_SMTP_URL: url = '',
  ASSAY_SMTP_TLS: tls,
}: DoctorEnvironment): Promise<Finding> {
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol))
    return fails(
      'mail',
      'ASSAY_SMTP_URL is no smtp:// or smtps:// address',
      'Set it as smtp://user:password@host:587.',
    );
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && tls !== 'optional' && !thisMachine.includes(host),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    dnsTimeout: stepMs,
  });
  try {
    await transport.verify();
    return well('mail', `The mail server at ${host} takes mail`);
  } catch (error) {
    return fails(
      'mail',
      `The mail server at ${host} does not take mail: ${explain(error)}`,
      'Mend ASSAY_SMTP_URL; docs/operating.md#mail tells about TLS and passwords. Mails wait for a day.',
    );
  } finally {
    transport.close();
  }
}
