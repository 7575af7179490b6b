import { deliverMail } from './mailGateway.ts';

/** Each mail goes out for itself, so that none can hold up another. */
export class Mailer {
  send(to: string | undefined, text: string): void {
    if (to === undefined) return;
    deliverMail(to, text).catch((error: Error) =>
      console.warn(`mail failed ${to}: ${error.message}`),
    );
  }
}
