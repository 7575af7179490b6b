/** `console`, formatted as Node does, printed to the run's log. */
import { format, inspect } from 'node-inspect-extracted';

type Level = 'debug' | 'log' | 'info' | 'warn' | 'error';

/** One line of log, UTF-16 code units. Counters a line of 100 MB. */
const maxLineLength = 10_000;

let print: (level: Level, text: string) => void = () => {};

export function connectConsole(host: { print(level: string, text: string): void }): void {
  print = (level, text) =>
    host.print(
      level,
      text.length > maxLineLength
        ? `${text.slice(0, maxLineLength)}… (${text.length} characters)`
        : text,
    );
}

const write =
  (level: Level) =>
  (...values: unknown[]) => {
    const text = format(...values);
    print(level, text.length <= maxLineLength ? indentation + text : text);
  };

let indentation = '';
const counts = new Map<string, number>();

const console = {
  debug: write('debug'),
  log: write('log'),
  info: write('info'),
  warn: write('warn'),
  error: write('error'),
  trace: write('error'),
  dir: (value: unknown) => print('log', inspect(value)),
  table: (value: unknown) => print('log', inspect(value)),
  assert: (condition: unknown, ...values: unknown[]) => {
    if (!condition)
      print('error', `Assertion failed${values.length > 0 ? `: ${format(...values)}` : ''}`);
  },
  count: (label = 'default') => {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    print('log', `${label}: ${counts.get(label)}`);
  },
  countReset: (label = 'default') => void counts.delete(label),
  group: (...values: unknown[]) => {
    if (values.length > 0) write('log')(...values);
    indentation += '  ';
  },
  groupEnd: () => {
    indentation = indentation.slice(2);
  },
  time: () => {},
  timeEnd: () => {},
  timeLog: () => {},
};
Object.defineProperty(globalThis, 'console', {
  value: console,
  writable: true,
  configurable: true,
});
