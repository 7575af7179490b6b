/** What the running test hands, beside its outcome, to those who wrote its program; the last text counts. */
let attached: string | undefined;

export function attach(text: string): void {
  attached = text;
}

/** Takes what was attached since the last call. */
export function takeAttachment(): string | undefined {
  const taken = attached;
  attached = undefined;
  return taken;
}
