/** `node:diagnostics_channel` without subscribers: libraries that publish find nobody listening. */
type Listener = (message: unknown, name: string) => void;

class Channel {
  readonly hasSubscribers = false;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  publish(): void {}
}

const silent = (name: string) => new Channel(name);

export const channel = silent;
export const hasSubscribers = () => false;
export const tracingChannel = (name: string) => ({
  start: silent(`tracing:${name}:start`),
  end: silent(`tracing:${name}:end`),
  asyncStart: silent(`tracing:${name}:asyncStart`),
  asyncEnd: silent(`tracing:${name}:asyncEnd`),
  error: silent(`tracing:${name}:error`),
  hasSubscribers: false,
  traceSync: <T>(
    run: (...args: unknown[]) => T,
    _context?: unknown,
    self?: unknown,
    ...args: unknown[]
  ) => run.apply(self, args),
});
export const subscribe = (_name: string, _listener: Listener): void => {};
export const unsubscribe = (_name: string, _listener: Listener): boolean => false;
