/**
 * A proxy cannot be told from its target in JavaScript. Node's `inspect` and `util.types.isProxy` can, so the
 * global constructor remembers what it made.
 */
type Details = [target: object | null, handler: object | null];

const OwnProxy = Proxy;
const details = new WeakMap<object, Details>();

function RememberedProxy(target: object, handler: ProxyHandler<object>): object {
  if (!new.target) throw new TypeError("Constructor Proxy requires 'new'");
  const proxy = new OwnProxy(target, handler);
  details.set(proxy, [target, handler]);
  return proxy;
}

function revocable(target: object, handler: ProxyHandler<object>) {
  const made = OwnProxy.revocable(target, handler);
  details.set(made.proxy, [target, handler]);
  const revoke = () => {
    made.revoke();
    details.set(made.proxy, [null, null]);
  };
  return { proxy: made.proxy, revoke };
}

Object.defineProperties(RememberedProxy, {
  name: { value: 'Proxy' },
  prototype: { value: undefined },
  revocable: { value: revocable, writable: true, configurable: true },
});
Object.defineProperty(globalThis, 'Proxy', {
  value: RememberedProxy,
  writable: true,
  configurable: true,
});

export const isProxy = (value: unknown): boolean =>
  (typeof value === 'object' || typeof value === 'function') &&
  value !== null &&
  details.has(value);

/** Target and handler, or the target alone; nothing for what is no proxy. */
export function getProxyDetails(value: unknown, both = true): unknown {
  const found = isProxy(value) ? details.get(value as object) : undefined;
  return both || found === undefined ? found : found[0];
}
