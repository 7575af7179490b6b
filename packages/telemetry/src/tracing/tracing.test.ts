import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { startCollector } from '#testing/startCollector.ts';
import { currentTrace, currentTraceparent, inSpan, startTracing } from './tracing.ts';

const run = promisify(execFile);

describe('traces', () => {
  it('go to the collector, those of one piece of work together, also across a queue', async () => {
    const collector = await startCollector();
    const tracing = await startTracing('assay-test', `${collector.url}/`);
    let carried: string | undefined;
    await inSpan('request', { kind: 'server' }, async (span) => {
      span.rename('POST submit');
      span.set({ 'http.route': 'submit' });
      await inSpan('send judge', { kind: 'producer' }, async () => {
        carried = currentTraceparent();
      });
      expect(currentTrace().traceId).toMatch(/^[0-9a-f]{32}$/);
    });
    expect(carried).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    await inSpan('process judge', { kind: 'consumer', from: carried }, async () => {});
    const failing = inSpan('breaks', { from: 'not a traceparent' }, async () => {
      throw new TypeError('quotes the work of a candidate');
    });
    await expect(failing).rejects.toThrow('quotes');
    await tracing.close();
    await collector.close();

    const named = (name: string) => collector.spans.find((span) => span.name === name);
    const [request, send, judge] = ['POST submit', 'send judge', 'process judge'].map(named);
    expect(request).toMatchObject({
      service: 'assay-test',
      attributes: { 'http.route': 'submit' },
    });
    expect(request?.parentSpanId ?? '').toBe('');
    expect(send).toMatchObject({ traceId: request?.traceId, parentSpanId: request?.spanId });
    expect(judge).toMatchObject({ traceId: request?.traceId, parentSpanId: send?.spanId });
    expect(named('breaks')).toMatchObject({ attributes: { 'error.type': 'TypeError' } });
    expect(named('breaks')?.traceId).not.toBe(request?.traceId);
    expect(JSON.stringify(collector.spans)).not.toContain('quotes');
  });

  it('that nobody collects keep no work from being done', async () => {
    const tracing = await startTracing('assay-test', 'http://127.0.0.1:1');
    expect(await inSpan('x', {}, async () => 5)).toBe(5);
    await tracing.close();
    expect(currentTraceparent()).toBeUndefined();
  });

  it('load nothing of OpenTelemetry where no collector is set', async () => {
    const index = join(import.meta.dirname, '../index.ts');
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
      const { inSpan, startTracing, currentTraceparent } = await import(${JSON.stringify(index)});
      await startTracing('assay-test', undefined);
      await inSpan('x', {}, async () => {});
      console.log(JSON.stringify({
        trace: String(currentTraceparent()),
        found: loaded.filter((url) => /opentelemetry\\/(sdk|core|exporter|resources|context)/i.test(url)),
        any: loaded.length,
      }));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
    expect(JSON.parse(stdout)).toMatchObject({ trace: 'undefined', found: [] });
  });
});
