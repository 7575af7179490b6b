/**
 * `world` for the baselines: the solution runs in this process on a real port, over a real connection
 * to PostgreSQL. Waiting is collapsed (a timer moves the clock forward and fires), so that a baseline
 * is not slow because the solution sleeps.
 */
import type { Server } from 'node:http';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import type { ApiOptions, ApiRequest, ApiResponse, World } from '@assay/runtime/world';

const RealDate = Date;
const realSetTimeout = setTimeout;
let aheadMs = 0;
const now = () => RealDate.now() + aheadMs;

class CollapsedDate extends RealDate {
  constructor(...given: [] | [number | string]) {
    super(given.length === 0 ? now() : given[0]);
  }

  static override now(): number {
    return now();
  }
}

const collapsedTimeout = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
  const due = now() + ms;
  return realSetTimeout(() => {
    aheadMs = Math.max(aheadMs, due - RealDate.now());
    run(...given);
  }, 0);
};
Object.assign(globalThis, { Date: CollapsedDate, setTimeout: collapsedTimeout });

const queries: World['postgres']['queries'] = [];
const solutionPools = new Set<Pool>();
let ownPool: Pool | undefined;
let server: Promise<Server> | undefined;

/** Loads the solution and waits for the server that it starts. */
async function startSolution(): Promise<Server> {
  process.env.PORT = '0';
  if (process.env.DATABASE_URL !== undefined) await countQueries();
  const { listen } = http.Server.prototype;
  const started = new Promise<Server>((resolve) => {
    http.Server.prototype.listen = function (this: Server, ...given: unknown[]) {
      this.once('listening', () => resolve(this));
      return Reflect.apply(listen, this, given) as Server;
    } as typeof listen;
  });
  await import('solution');
  return started;
}

/** Whether the running test makes the solution's next statement fail. */
let failing = false;

async function countQueries(): Promise<void> {
  const { default: pg } = await import('pg');
  ownPool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  const { query } = pg.Pool.prototype;
  pg.Pool.prototype.query = async function (this: Pool, ...given: unknown[]) {
    if (this !== ownPool && failing) {
      failing = false;
      throw new Error('The test makes the database fail.');
    }
    const result = (await Reflect.apply(query, this, given)) as { rows: unknown[] };
    if (this !== ownPool) {
      solutionPools.add(this);
      queries.push({ text: String(given[0]), rows: result.rows.length });
    }
    return result;
  } as unknown as typeof query;
}

async function send({ method, path, headers = {}, body }: ApiRequest): Promise<ApiResponse> {
  if (body !== undefined && typeof body !== 'string')
    throw new Error('The baselines send text alone.');
  server ??= startSolution();
  const { port } = (await server).address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = http.request({ port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
        const presented = Object.entries(response.headers).map(([name, value]) => [
          name,
          String(value),
        ]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(presented) as Record<string, string>,
          cookies: {},
          text,
          body: isJson ? (JSON.parse(text) as unknown) : text,
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const withBody =
  (method: string) =>
  (path: string, body?: unknown, options: ApiOptions = {}) =>
    send({
      method,
      path,
      headers:
        body === undefined
          ? { ...options.headers }
          : { 'content-type': 'application/json', ...options.headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
const withoutBody =
  (method: string) =>
  (path: string, options: ApiOptions = {}) =>
    send({ method, path, headers: { ...options.headers } });

export const api: Omit<World['api'], 'client' | 'stream'> = {
  request: send,
  get: withoutBody('GET'),
  delete: withoutBody('DELETE'),
  post: withBody('POST'),
  put: withBody('PUT'),
  patch: withBody('PATCH'),
};

export const clock: World['clock'] = {
  now,
  async advance(ms) {
    aheadMs += ms;
  },
};

export const postgres: Pick<World['postgres'], 'queries' | 'query'> & { fail(): void } = {
  queries,
  fail() {
    failing = true;
  },
  async query(text, parameters = []) {
    server ??= startSolution();
    await server;
    if (!ownPool) throw new Error('DATABASE_URL is not set.');
    const given = parameters.map((value) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    );
    return (await ownPool.query(text, given)).rows as Record<string, unknown>[];
  },
};

export const restart: World['restart'] = () => {
  throw new Error('The baselines cannot restart a solution.');
};

export const logs: World['logs'] = [];

beforeEach(() => {
  failing = false;
  queries.length = 0;
});

afterAll(async () => {
  if (!server) return;
  const running = await server;
  running.closeAllConnections();
  running.close();
  await Promise.all([...solutionPools, ...(ownPool ? [ownPool] : [])].map((pool) => pool.end()));
});
