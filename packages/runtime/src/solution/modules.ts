/** What `import` finds in a solution, by name. Loaded into the snapshot, so that using it costs nothing. */
import assert from 'node:assert';
import * as buffer from 'node:buffer';
import events from 'node:events';
import express from 'express';
import path from 'node:path';
import Redis from 'ioredis';
import pg from 'pg';
import querystring from 'node:querystring';
import stream from 'node:stream';
import stringDecoder from 'node:string_decoder';
import * as url from 'node:url';
import * as zod from 'zod';
import asyncHooks from '#node/asyncHooks.ts';
import crypto from '#node/crypto.ts';
import http from '#node/http/index.ts';
import net from '#node/net.ts';
import { process } from '#node/process.ts';
import timersPromises from '#node/timersPromises.ts';
import { unavailable } from '#node/unavailable.ts';
import util from '#node/nodeUtil.ts';
import type { nodeModuleNames, packageNames } from '#moduleNames.ts';
import * as timers from '#time/timers.ts';

type ModuleName = (typeof nodeModuleNames | typeof packageNames)[number];

const {
  fireTimer: _fireTimer,
  connectTimers: _connectTimers,
  runTicks: _runTicks,
  nextTick: _nextTick,
  ...publicTimers
} = timers;

const modules: Record<ModuleName, unknown> = {
  assert,
  'assert/strict': assert.strict,
  async_hooks: asyncHooks,
  buffer: unavailable('node:buffer', { ...buffer }),
  crypto,
  events,
  express,
  http,
  net,
  path,
  'path/posix': path,
  perf_hooks: unavailable('node:perf_hooks', { performance }),
  ioredis: Redis,
  pg,
  process,
  querystring,
  stream,
  'stream/promises': stream.promises,
  string_decoder: stringDecoder,
  timers: unavailable('node:timers', { ...publicTimers, promises: timersPromises }),
  'timers/promises': timersPromises,
  url: unavailable('node:url', { ...url, URL, URLSearchParams }),
  util,
  zod,
};

/** The module that `specifier` names, with or without `node:`. */
export function requireModule(specifier: string): unknown {
  const name = specifier.replace(/^node:/, '');
  if (Object.hasOwn(modules, name)) return modules[name as ModuleName];
  throw Object.assign(
    new Error(`Cannot find module '${specifier}'. Available: ${Object.keys(modules).join(', ')}.`),
    {
      code: 'MODULE_NOT_FOUND',
    },
  );
}
