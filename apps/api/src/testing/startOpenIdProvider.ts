import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('openIdProviderProcess.ts', import.meta.url));

/** A real OpenID provider with a client `assay`, in a process of its own on this machine. */
export async function startOpenIdProvider(urls: { callback: string; signedOut: string }) {
  const child = fork(program, [urls.callback, urls.signedOut], { silent: true });
  const { issuer } = z.object({ issuer: z.url() }).parse(await heardFrom(child));
  const tell = async (order: object): Promise<void> => {
    const heard = heardFrom(child);
    child.send(order);
    await heard;
  };
  return {
    issuer,
    /** Somebody with an account there, and what the provider says of them. */
    add: (sub: string, claims: Record<string, unknown>) => tell({ people: { [sub]: claims } }),
    /** Lets the next ID token claim something else. */
    forge: (claims: Record<string, unknown>, signedBy: 'provider' | 'stranger' = 'provider') =>
      tell({ forge: { claims, signedBy } }),
    /** Signs in there as a browser does, and answers where the browser is sent back to. */
    visit: (address: string, sub: string) => visit(address, sub),
    close: async () => {
      child.kill();
      await once(child, 'close');
    },
  };
}

async function heardFrom(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as [unknown];
  return message;
}

/** Follows redirections and fills in the form of the provider, until it sends the browser away. */
async function visit(address: string, sub: string): Promise<string> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(address);
  let next = new URL(address);
  let form: string | undefined;
  for (let step = 0; step < 10; step += 1) {
    const response = await fetch(next, {
      redirect: 'manual',
      method: form === undefined ? 'GET' : 'POST',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form !== undefined && { body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    form = undefined;
    const location = response.headers.get('location');
    if (location !== null) {
      next = new URL(location, next);
      if (next.origin !== origin) return next.href;
      continue;
    }
    const action = /action="([^"]+)"/.exec(await response.text())?.[1];
    if (action === undefined) throw new Error(`The provider answered ${response.status}.`);
    next = new URL(action, next);
    form = new URLSearchParams({ prompt: 'login', login: sub, password: 'any' }).toString();
  }
  throw new Error('The provider sends round in circles.');
}
