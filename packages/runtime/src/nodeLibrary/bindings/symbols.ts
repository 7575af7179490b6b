/** `internalBinding('symbols')`: names that the library shares with C++, made when asked for. */
const symbols: Record<string, symbol> = {};

export const symbolsBinding = new Proxy(symbols, {
  get: (_target, name) => (symbols[String(name)] ??= Symbol(String(name))),
});
