import { deliverMail } from './mailGateway.ts';

/** Sends mails one after the other, so that they arrive in the order of what happened. */
export class Mailer {
  #last: Promise<void> = Promise.resolve();

  /** Returns at once; the mail goes out when those before it have. */
  send(to: string | undefined, text: string): void {
    if (to === undefined) return;
    this.#last = this.#last.then(() => attempt(to, text));
  }
}

/** Never rejects: the chain of mails would stop for good. */
async function attempt(to: string, text: string): Promise<void> {
  try {
    await deliverMail(to, text);
  } catch (error) {
    console.warn(`mail failed ${to}: ${(error as Error).message}`);
  }
}
