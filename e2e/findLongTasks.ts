import { z } from 'zod';

/** What delays the next frame enough to be felt, ms. */
const longMs = 50;

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** CPU of the thread, µs. */
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** CPU of each task over 50 ms on a page's main thread, ms, from a trace of "toplevel". CPU, so that neighbours do not count. */
export function findLongTasks(trace: Buffer): number[] {
  const { traceEvents } = Trace.parse(JSON.parse(trace.toString()));
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  return traceEvents
    .filter(({ pid, tid }) => mainThreads.has(`${pid}/${tid}`))
    .map(({ tdur }) => (tdur ?? 0) / 1_000)
    .filter((ms) => ms > longMs);
}
