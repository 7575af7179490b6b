import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startPostgresServer, startRedisServer } from '@assay/queue/testing';
import { startCollector } from '@assay/telemetry/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answers } from '#testing/answers.ts';
import { CandidateClient } from '#testing/CandidateClient.ts';
import { inviteDemoCandidate } from '#testing/inviteDemoCandidate.ts';
import { type Program, startProgram } from '#testing/startProgram.ts';

const root = join(import.meta.dirname, '../../..');
const token = 'the token of the metrics';

describe('API and worker under the eyes of an operator', () => {
  let postgres: Awaited<ReturnType<typeof startPostgresServer>>;
  let redis: Awaited<ReturnType<typeof startRedisServer>>;
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let api: Program;
  let worker: Program;
  let ports: { api: number; apiMetrics: number; workerMetrics: number };
  let submissionId: string;

  beforeAll(async () => {
    [postgres, redis, collector] = await Promise.all([
      startPostgresServer(),
      startRedisServer(),
      startCollector(),
    ]);
    ports = {
      api: await freePort(),
      apiMetrics: await freePort(),
      workerMetrics: await freePort(),
    };
    const url = `http://127.0.0.1:${ports.api}`;
    const env = {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PORT: String(ports.api),
      ASSAY_URL: url,
      ASSAY_API_URL: url,
      ASSAY_SECRET: randomBytes(32).toString('hex'),
      ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
      ASSAY_CONCURRENCY: '1',
      ASSAY_DEMO: '0',
      ASSAY_METRICS_TOKEN: token,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    };
    const link = await inviteDemoCandidate(env);
    const start = (app: string, port: number) =>
      startProgram(join(root, `apps/${app}/src/main.ts`), {
        ...env,
        ASSAY_METRICS_PORT: String(port),
      });
    api = start('api', ports.apiMetrics);
    worker = start('worker', ports.workerMetrics);
    await Promise.all([
      answers(`${url}/health/ready`),
      answers(`http://127.0.0.1:${ports.workerMetrics}/health/ready`),
    ]);
    const candidate = await CandidateClient.open(link);
    ({ id: submissionId } = await candidate.submit('orders-api'));
    await candidate.judged(submissionId);
  });
  afterAll(async () => {
    await Promise.all([worker.stop('SIGKILL'), api.stop('SIGKILL')]);
    await Promise.all([redis.close(), postgres.close(), collector.close()]);
  });

  async function metrics(port: number): Promise<string> {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(200);
    return response.text();
  }

  it('show a submission in the logs of both, by the same ids from the request to the verdict', () => {
    const lines = ({ stdout }: Program) =>
      stdout()
        .split('\n')
        .filter((line) => line.includes(submissionId))
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    const [sent, recorded] = lines(api);
    const [judged] = lines(worker);
    expect([sent?.['msg'], judged?.['msg'], recorded?.['msg']]).toEqual([
      'Sent to the judge',
      'Judged',
      'Verdict recorded',
    ]);
    const ids = {
      requestId: expect.stringMatching(/^[\w-]{36}$/),
      attemptId: expect.any(String),
      submissionId,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    };
    expect(sent).toMatchObject(ids);
    for (const line of [judged, recorded])
      expect(line).toMatchObject({
        requestId: sent?.['requestId'],
        attemptId: sent?.['attemptId'],
        traceId: sent?.['traceId'],
        submissionId,
      });
  });

  it('count it where it was judged and where it was recorded', async () => {
    const [ofApi, ofWorker] = await Promise.all([
      metrics(ports.apiMetrics),
      metrics(ports.workerMetrics),
    ]);
    expect(ofApi).toMatch(/^assay_verdicts_recorded_total\{status="failed",suite="\w+"\} 1$/m);
    expect(ofApi).toMatch(/^assay_submission_seconds_count\{suite="\w+"\} 1$/m);
    expect(ofApi).toMatch(
      /^assay_http_request_duration_seconds_count\{route="candidate\.submit",method="POST",status="2xx"\} 1$/m,
    );
    expect(ofApi).toMatch(/^assay_queue_jobs\{queue="judge",state="waiting"\} 0$/m);
    expect(ofApi).toMatch(/^assay_oldest_queued_submission_age_seconds 0$/m);
    expect(ofApi).toMatch(/^assay_database_connections\{state="idle"\} [1-9]/m);
    expect(ofApi).toMatch(/^assay_database_up 1$/m);
    expect(ofWorker).toMatch(
      /^assay_worker_verdicts_total\{kind="submission",status="failed"\} 1$/m,
    );
    expect(ofWorker).toMatch(/^assay_worker_slots 1$/m);
    expect(ofWorker).toMatch(/^assay_runners\{state="warm"\} \d+$/m);
    expect(ofWorker).toMatch(/^assay_judge_phase_seconds_count\{phase="tests"\} 1$/m);
  });

  it('have every metric that the dashboard and the alerts name', async () => {
    const told = `${await metrics(ports.apiMetrics)}\n${await metrics(ports.workerMetrics)}`;
    const known = new Set([...told.matchAll(/^([a-z_]\w*)[{ ]/gm)].map(([, name]) => name));
    for (const file of ['dashboard.json', 'alerts.yml']) {
      const text = await readFile(join(root, 'docker/observability', file), 'utf8');
      const named = text.match(/\b(?:assay|nodejs|process)_[a-z0-9_]+/g) ?? [];
      expect(named.length).toBeGreaterThan(10);
      const secret = 'assay_metrics_token';
      expect([...new Set(named)].filter((name) => name !== secret && !known.has(name))).toEqual([]);
    }
  });

  it('keep the metrics from those who do not have the token', async () => {
    for (const port of [ports.apiMetrics, ports.workerMetrics])
      expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(401);
    const onPublicPort = await fetch(`http://127.0.0.1:${ports.api}/metrics`);
    expect(await onPublicPort.text()).not.toContain('assay_');
  });

  it('are ready while their queue answers, and live on without it', async () => {
    await redis.close();
    const worksOf = (port: number) => fetch(`http://127.0.0.1:${port}/health/ready`);
    const ofWorker = await worksOf(ports.workerMetrics);
    expect([ofWorker.status, await ofWorker.json()]).toMatchObject([503, { queue: 'unreachable' }]);
    const ofApi = await worksOf(ports.api);
    expect([ofApi.status, await ofApi.json()]).toMatchObject([200, { queue: 'unreachable' }]);
    for (const port of [ports.api, ports.workerMetrics])
      expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
    const ofQueue = await metrics(ports.apiMetrics);
    expect(ofQueue).toMatch(/^assay_queue_up 0$/m);
    expect(ofQueue).not.toMatch(/^assay_queue_jobs\{/m);

    redis = await startRedisServer(Number(new URL(redis.url).port));
    await answers(`http://127.0.0.1:${ports.workerMetrics}/health/ready`);
  });

  it('end in order when they are asked to, and have sent one trace from the request to the verdict', async () => {
    expect(await Promise.all([worker.stop('SIGTERM'), api.stop('SIGTERM')])).toEqual([0, 0]);
    const submitted = collector.spans.find(({ name }) => name === 'POST candidate.submit');
    const trace = collector.spans.filter(({ traceId }) => traceId === submitted?.traceId);
    const by = new Map(trace.map((span) => [span.spanId, span]));
    const path: string[] = [];
    let at = trace.find(({ name }) => name === 'process verdicts');
    while (at !== undefined) {
      path.unshift(`${at.service}: ${at.name}`);
      at = by.get(at.parentSpanId ?? '');
    }
    expect(path).toEqual([
      'assay-api: POST candidate.submit',
      'assay-api: send judge',
      'assay-worker: process judge',
      'assay-worker: send verdicts',
      'assay-api: process verdicts',
    ]);
  });
});
