/** What a test file may import from 'world'. */
import type { Api } from './world/api.d.ts';
import type { Measure } from './world/cost.d.ts';
import type { Files } from './world/files.d.ts';
import type { Postgres } from './world/postgres.d.ts';
import type { CreateQueue } from './world/queue.d.ts';
import type { Redis } from './world/redis.d.ts';
import type { Upstreams } from './world/upstream.d.ts';

export type {
  Api,
  ApiBody,
  ApiClient,
  ApiHead,
  ApiOptions,
  ApiRequest,
  ApiResponse,
  ApiStream,
  Cookie,
  ServerSentEvent,
} from './world/api.d.ts';
export type { Files } from './world/files.d.ts';
export type { Cost, Growth, GrowthOptions, Measure, Order } from './world/cost.d.ts';
export type {
  Plan,
  Postgres,
  PostgresCrashOptions,
  PostgresFailure,
  PostgresFailureOptions,
  Query,
} from './world/postgres.d.ts';
export type { CreateQueue, Delivery, Queue, QueueOptions, QueueRecord } from './world/queue.d.ts';
export type {
  Redis,
  RedisCommand,
  RedisCrashOptions,
  RedisFailure,
  RedisFailureOptions,
} from './world/redis.d.ts';
export type {
  Upstream,
  UpstreamFailure,
  UpstreamOptions,
  UpstreamReply,
  UpstreamRequest,
  Upstreams,
} from './world/upstream.d.ts';

export type World = {
  api: Api;
  clock: {
    /** Virtual time, ms since the epoch. */
    now(): number;
    /** Lets `ms` of virtual time pass, with all that falls due in it. */
    advance(ms: number): Promise<void>;
  };
  postgres: Postgres;
  redis: Redis;
  upstream: Upstreams;
  queue: CreateQueue;
  files: Files;
  /** Stops the solution and starts it afresh: its memory is gone, its database and its files are not. */
  restart(): Promise<void>;
  cost: Measure;
  /** What the solution printed since the test began. */
  readonly logs: { level: 'debug' | 'log' | 'info' | 'warn' | 'error'; text: string }[];
};

export declare const api: World['api'];
export declare const clock: World['clock'];
export declare const postgres: World['postgres'];
export declare const upstream: World['upstream'];
export declare const queue: World['queue'];
export declare const redis: World['redis'];
export declare const files: World['files'];
export declare const restart: World['restart'];
export declare const cost: World['cost'];
export declare const logs: World['logs'];
