import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Database, openPostgres } from '@assay/db';
import {
  freePort,
  type PostgresServer,
  type RedisServer,
  startPostgresServer,
  startRedisServer,
} from '@assay/queue/testing';
import { Closing } from '#start/Closing.ts';
import { answers } from './answers.ts';
import { Browser } from './Browser.ts';
import { type Program, startProgram } from './startProgram.ts';
import { until } from './until.ts';
import { Way } from './Way.ts';

const root = join(import.meta.dirname, '../../../..');
const adminEmail = 'admin@assay.test';

/** A process of the installation, which can be ended and started anew in its place. */
export type Member = {
  readonly kind: 'api' | 'worker';
  /** Where an API serves. */
  readonly port: number;
  program: Program;
  /** Resolves once it does its work. */
  start(): Promise<void>;
};

/** Two APIs and two workers as processes of their own behind a balancer, on a PostgreSQL and a Redis of their own. */
export class Cluster {
  readonly #closing = new Closing();
  readonly apis: Member[] = [];
  readonly workers: Member[] = [];
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  /** The balancer before the APIs, and the way from them to PostgreSQL. */
  readonly balancer: Way;
  readonly toPostgres: Way;
  readonly db: Database;
  readonly #env: Record<string, string>;

  private constructor(parts: {
    postgres: PostgresServer;
    redis: RedisServer;
    balancer: Way;
    toPostgres: Way;
    db: Database;
  }) {
    this.postgres = parts.postgres;
    this.redis = parts.redis;
    this.balancer = parts.balancer;
    this.toPostgres = parts.toPostgres;
    this.db = parts.db;
    const database = new URL(parts.postgres.url);
    database.port = String(parts.toPostgres.port);
    this.#env = {
      DATABASE_URL: database.href,
      REDIS_URL: parts.redis.url,
      ASSAY_URL: this.url,
      ASSAY_API_URL: this.url,
      ASSAY_SECRET: randomBytes(32).toString('hex'),
      ASSAY_WORKER_TOKEN: randomBytes(32).toString('hex'),
      ASSAY_CONCURRENCY: '2',
      ASSAY_ADMIN_EMAIL: adminEmail,
      ASSAY_DEMO: '0',
    };
  }

  /** `preload` is a module that each of the processes runs before its own. */
  static async start({ preload }: { preload?: string } = {}): Promise<Cluster> {
    const [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    const ports = [await freePort(), await freePort()];
    const balancer = await Way.to(...ports);
    const toPostgres = await Way.to(Number(new URL(postgres.url).port));
    const { db, close } = await openPostgres(postgres.url);
    const cluster = new Cluster({ postgres, redis, balancer, toPostgres, db });
    const closing = cluster.#closing;
    closing.add(() => redis.close());
    closing.add(() => postgres.close());
    closing.add(async () => [balancer, toPostgres].forEach((way) => way.close()));
    closing.add(() => close());
    try {
      for (const port of ports) cluster.apis.push(cluster.#api(port, preload));
      for (let each = 0; each < 2; each += 1) cluster.workers.push(cluster.#worker(preload));
      await cluster.startAll();
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${this.balancer.port}`;
  }

  /** The first admin of the installation, once: the link works one time. */
  async admin(): Promise<Browser> {
    const printed = () =>
      this.apis.flatMap(({ program }) => /admin: (\S+)/.exec(program.stdout())?.[1] ?? [])[0];
    return Browser.signIn(this.url, await until('an API prints the link', printed));
  }

  /** One of its APIs or workers, by lot. */
  pick(kind: 'apis' | 'workers', random: () => number): Member {
    const member = this[kind][Math.floor(random() * this[kind].length)];
    if (member === undefined) throw new Error('There is none.');
    return member;
  }

  /** Starts those that have ended, as a supervisor does, and resolves once all of them work. */
  async startAll(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((member) => member.start()));
  }

  async close(): Promise<void> {
    const members = [...this.apis, ...this.workers];
    await Promise.all(members.map(({ program }) => program.stop('SIGKILL')));
    await this.#closing.close();
  }

  #api(port: number, preload: string | undefined): Member {
    return this.#member({ kind: 'api', port }, preload, async (program) => {
      await program.prints(/Serving/);
      await answers(`http://127.0.0.1:${port}/health`);
    });
  }

  #worker(preload: string | undefined): Member {
    return this.#member({ kind: 'worker', port: 0 }, preload, async (program) => {
      await program.prints(/Judging submissions/);
    });
  }

  #member(
    { kind, port }: Pick<Member, 'kind' | 'port'>,
    preload: string | undefined,
    works: (program: Program) => Promise<void>,
  ): Member {
    const file = join(root, `apps/${kind}/src/main.ts`);
    const run = () => startProgram(file, { ...this.#env, PORT: String(port) }, preload);
    const member: Member = {
      kind,
      port,
      program: run(),
      start: async () => {
        const { child } = member.program;
        if (child.exitCode !== null || child.signalCode !== null) member.program = run();
        await works(member.program);
      },
    };
    return member;
  }
}
