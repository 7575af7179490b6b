/** Why somebody came back from the provider without being signed in, and what to do; `undefined` for other texts. */
export function describeSignOnProblem(problem: string, name: string): string | undefined {
  return new Map([
    ['expired', 'This sign-in was begun in another window, or took too long. Start it again here.'],
    ['declined', `You did not go on at ${name}. Nobody was signed in.`],
    [
      'failed',
      `Signing in with ${name} did not work. Try again; if it stays so, tell an admin: the log of the server says why.`,
    ],
    [
      'unverified',
      `${name} does not say that your email address is verified. Verify it there, then sign in again.`,
    ],
    ['domain', 'Members sign in with an address of the organisation. Use that account.'],
    ['unknown', 'You are no member here yet. Ask an admin to add you.'],
    ['removed', 'Your access was taken away. If that is a mistake, ask an admin to add you again.'],
    [
      'other-account',
      `The member with your address signs in with another account of ${name}. Ask an admin to remove and add you again.`,
    ],
    ['role', `${name} gives you no role here. Ask whoever manages your groups there.`],
  ]).get(problem);
}
