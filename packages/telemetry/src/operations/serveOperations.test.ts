import { afterEach, describe, expect, it } from '@jest/globals';
import { createRegistry } from '#metrics/createRegistry.ts';
import { shared, watch } from '#metrics/watch.ts';
import { metricsAreKept } from './operationsSettings.ts';
import { type OperationsOptions, serveOperations } from './serveOperations.ts';

describe('the port for operators', () => {
  let server: Awaited<ReturnType<typeof serveOperations>> | undefined;
  afterEach(() => server?.close());

  async function serve(options: Partial<OperationsOptions> = {}) {
    server = await serveOperations({
      registry: createRegistry('worker'),
      readiness: async () => ({ ready: true }),
      host: '127.0.0.1',
      port: 0,
      ...options,
    });
    const { port } = server;
    return (path: string, headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, { headers });
  }

  it('tells what Node and its event loop are at', async () => {
    const get = await serve();
    const answer = await get('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await answer.text();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.e-]+$/m);
    expect(text).toMatch(/^assay_process_info\{process="worker",node="v\d+\..*"\} 1$/m);
  });

  it('tells nothing without the token where there is one, but whether it lives', async () => {
    const get = await serve({ token: 'a token of sixteen' });
    expect((await get('/metrics')).status).toBe(401);
    expect((await get('/metrics', { authorization: 'Bearer a token of sixteeN' })).status).toBe(
      401,
    );
    expect((await get('/metrics', { authorization: 'Bearer a token of sixteen' })).status).toBe(
      200,
    );
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/anything')).status).toBe(404);
  });

  it('says by its status whether the process is ready, and in words why not', async () => {
    let ready = true;
    const get = await serve({ readiness: async () => ({ ready, queue: ready ? 'ok' : 'away' }) });
    expect((await get('/health/ready')).status).toBe(200);
    ready = false;
    const answer = await get('/health/ready');
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'unavailable', queue: 'away' },
    ]);
  });

  it('answers 500 when something cannot be read, and goes on', async () => {
    const registry = createRegistry('api');
    let broken = true;
    watch(registry, { name: 'assay_test', help: 'x' }, () => {
      if (broken) throw new Error('secret detail');
      return [{ value: 7 }];
    });
    const get = await serve({ registry });
    const failed = await get('/metrics');
    expect([failed.status, await failed.text()]).toEqual([500, '']);
    broken = false;
    expect(await (await get('/metrics')).text()).toMatch(/^assay_test 7$/m);
  });
});

describe('numbers that are read when they are asked for', () => {
  it('are left out when nobody knows them, and read once for all that tell of them', async () => {
    const registry = createRegistry('api');
    let value: number | undefined = 3;
    let reads = 0;
    const read = shared(async () => {
      reads += 1;
      return value;
    });
    for (const name of ['assay_a', 'assay_b'])
      watch(registry, { name, help: 'x' }, async () => {
        const known = await read();
        return known === undefined ? [] : [{ value: known }];
      });
    watch(registry, { name: 'assay_c', help: 'x', labelNames: ['of'] }, async () => {
      const known = await read();
      return known === undefined ? [] : [{ labels: { of: 'c' }, value: known }];
    });
    expect(await registry.metrics()).toMatch(/^assay_a 3$[^]*^assay_b 3$/m);
    expect(reads).toBe(1);
    value = undefined;
    expect(await registry.metrics()).not.toMatch(/^assay_[abc]\W/m);
  });
});

describe('metrics beyond this machine', () => {
  it('need a token', () => {
    const open = { ASSAY_METRICS_PORT: 9464, ASSAY_METRICS_HOST: '0.0.0.0' };
    expect(metricsAreKept(open)).toBe(false);
    expect(metricsAreKept({ ...open, ASSAY_METRICS_TOKEN: 'a token of sixteen' })).toBe(true);
    expect(metricsAreKept({ ...open, ASSAY_METRICS_HOST: '127.0.0.1' })).toBe(true);
    expect(metricsAreKept({ ASSAY_METRICS_HOST: '0.0.0.0' })).toBe(true);
  });
});
