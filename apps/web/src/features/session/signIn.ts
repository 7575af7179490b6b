/** What came of an attempt to sign in; `message` is for people. */
export type SignInOutcome = { kind: 'signed-in' } | { kind: 'refused'; message: string };

const unreachable: SignInOutcome = {
  kind: 'refused',
  message: 'We cannot reach the server. Check your connection and try again.',
};

/** Signs in with address and password; on success the server has set the session cookie. */
export async function signIn(credentials: {
  email: string;
  password: string;
}): Promise<SignInOutcome> {
  const response = await post('/api/auth/sign-in/email', credentials);
  if (response === undefined) return unreachable;
  if (response.ok) return { kind: 'signed-in' };
  if (response.status === 429) {
    return { kind: 'refused', message: 'Too many tries. Wait a minute, then try again.' };
  }
  if (response.status >= 500) {
    return { kind: 'refused', message: 'Signing in failed on our side. Try again in a moment.' };
  }
  return { kind: 'refused', message: 'This email and password do not belong together.' };
}

/** Uses up a one-time link. */
export async function signInWithLink(token: string): Promise<SignInOutcome> {
  const address = `/api/auth/magic-link/verify?token=${encodeURIComponent(token)}`;
  // An unknown or used token answers with a redirect to an error page that is of no use here.
  const response = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
  if (response === undefined) return unreachable;
  if (response.ok) return { kind: 'signed-in' };
  return { kind: 'refused', message: 'It may have been used already, or be older than a day.' };
}

/** Ends the session of this browser; settles also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}

async function post(path: string, body: object): Promise<Response | undefined> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
}
