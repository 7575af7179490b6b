/** Where to go after signing in: the page that was asked for, if it is one of ours, else where one works. */
export function landingPath(asked: string | null): string {
  // Counters links that send people elsewhere after signing in: `//evil.example` is another host.
  return asked !== null && /^\/(?![/\\])/.test(asked) ? asked : '/';
}
