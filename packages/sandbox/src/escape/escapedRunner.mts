/**
 * For tests only: a runner as it would be if a submission had broken out of its isolate. It runs whatever
 * code it is given on its channel, in Node's main context. The judge has no way to start it: only
 * `EscapedRunner`, a tool of tests, names this file.
 */
import { readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const channel = 3;
/** How long one attempt may take, ms. */
const patienceMs = 3_000;
const require = createRequire(import.meta.url);

type Order = { code: string; given: unknown };

function receive(): Order | undefined {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(65_536);
    const length = readSync(channel, chunk);
    if (length === 0) return undefined;
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] === 0x0a) return JSON.parse(Buffer.concat(chunks).toString()) as Order;
  }
}

async function attempt({ code, given }: Order): Promise<{ did: unknown } | { refused: string }> {
  const failure = Promise.withResolvers<never>();
  process.once('uncaughtException', failure.reject);
  const timeout = setTimeout(() => failure.reject(new Error('nothing happened')), patienceMs);
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- it stands for code that has escaped
    const run = new Function('require', 'given', `return (async () => {${code}})()`) as (
      require: NodeJS.Require,
      given: unknown,
    ) => Promise<unknown>;
    return { did: (await Promise.race([run(require, given), failure.promise])) ?? true };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timeout);
    process.removeAllListeners('uncaughtException');
  }
}

writeSync(channel, '{"ready":true}\n');
for (let order = receive(); order !== undefined; order = receive())
  writeSync(channel, `${JSON.stringify(await attempt(order))}\n`);
process.exit(0);
