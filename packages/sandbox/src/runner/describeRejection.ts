/** A promise that the solution left rejected: isolated-vm throws its reason when the turn is over. */
export function describeRejection(error: unknown): { message: string; stack: string } {
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return {
    message: `${name}: ${message}, in a promise that nobody handled`.slice(0, 8_000),
    stack: (stack.split('(<isolated-vm boundary>)')[0] ?? '').slice(0, 8_000),
  };
}
