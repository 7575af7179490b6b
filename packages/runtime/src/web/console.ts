/** `console`, formatted as Node does, printed to the run's log. */
import { format, inspect } from 'node:util';
import { formatTable } from './formatTable.ts';

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
    const indented = indentation === '' ? text : indent(text);
    print(level, indented);
  };

let indentation = '';
const indent = (text: string) => indentation + text.replaceAll('\n', `\n${indentation}`);

const counts = new Map<string, number>();

const started = new Map<string, number>();

function elapsed(label: string): string | undefined {
  const since = started.get(label);
  if (since === undefined) {
    print('error', `Warning: No such label '${label}' for console.timeEnd()`);
    return undefined;
  }
  const ms = performance.now() - since;
  return `${label}: ${ms < 1_000 ? `${ms}ms` : `${(ms / 1_000).toFixed(3)}s`}`;
}

const log = write('log');
const error = write('error');

const console = {
  log,
  warn: write('warn'),
  dir: (value: unknown, options?: object) =>
    log(inspect(value, { customInspect: false, ...options })),
  time: (label = 'default') => void started.set(label, performance.now()),
  timeEnd(label = 'default') {
    const text = elapsed(label);
    started.delete(label);
    if (text !== undefined) log(text);
  },
  timeLog(label = 'default', ...values: unknown[]) {
    const text = elapsed(label);
    if (text !== undefined) log(text, ...values);
  },
  trace: (...values: unknown[]) => error(`Trace: ${format(...values)}`),
  assert(condition: unknown, ...values: unknown[]) {
    if (condition) return;
    const [first, ...rest] = values;
    if (typeof first === 'string') error(`Assertion failed: ${first}`, ...rest);
    else error('Assertion failed', ...values);
  },
  clear: () => {},
  count(label = 'default') {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    log(`${label}: ${counts.get(label)}`);
  },
  countReset: (label = 'default') => void counts.delete(label),
  group(...values: unknown[]) {
    if (values.length > 0) log(...values);
    indentation += '  ';
  },
  groupEnd() {
    indentation = indentation.slice(2);
  },
  table: (value: unknown, columns?: string[]) => log(formatTable(value, columns)),
  debug: write('debug'),
  info: write('info'),
  dirxml: log,
  error,
  groupCollapsed(...values: unknown[]) {
    console.group(...values);
  },
};
Object.defineProperty(globalThis, 'console', {
  value: console,
  writable: true,
  configurable: true,
});
