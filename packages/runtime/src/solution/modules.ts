/** What `import` finds in a solution, by name. Loaded into the snapshot, so that using it costs nothing. */
import assert from 'node:assert';
import buffer from 'node:buffer';
import events from 'node:events';
import express from 'express';
import path from 'node:path';
import Redis from 'ioredis';
import pg from 'pg';
import querystring from 'node:querystring';
import stream from 'node:stream';
import stringDecoder from 'node:string_decoder';
import url from 'node:url';
import * as zod from 'zod';
import asyncHooks from 'node:async_hooks';
import crypto from '#node/crypto.ts';
import fs, { promises as fsPromises, provideFiles } from '#node/fs.ts';
import https from '#node/https.ts';
import streamConsumers from 'node:stream/consumers';
import http from '#node/http/index.ts';
import net from '#node/net.ts';
import perfHooks from '#node/perfHooks.ts';
import { process } from '#node/process.ts';
import zlib from 'node:zlib';
import diagnosticsChannel from 'node:diagnostics_channel';
import streamWeb from 'node:stream/web';
import utilTypes from 'node:util/types';
import timersPromises from '#node/timersPromises.ts';
import { unavailable } from '#node/unavailable.ts';
import { restoreNames } from '#nodeLibrary/restoreNames.ts';
import util from 'node:util';
import type { nodeModuleNames, packageNames } from '#moduleNames.ts';
import { followPromises } from '#time/asyncContext.ts';
import * as timers from '#time/timers.ts';

type ModuleName = (typeof nodeModuleNames | typeof packageNames)[number];

const {
  fireTimer: _fireTimer,
  connectTimers: _connectTimers,
  setCallbackValidator: _setCallbackValidator,
  runTicks: _runTicks,
  nextTick: _nextTick,
  ...publicTimers
} = timers;

const modules: Record<ModuleName, unknown> = {
  assert,
  'assert/strict': assert.strict,
  async_hooks: asyncHooks,
  buffer,
  diagnostics_channel: diagnosticsChannel,
  crypto,
  events,
  express,
  fs,
  'fs/promises': fsPromises,
  http,
  https,
  net,
  path,
  'path/posix': path.posix,
  perf_hooks: perfHooks,
  ioredis: Redis,
  pg,
  process,
  querystring,
  stream,
  'stream/consumers': streamConsumers,
  'stream/promises': stream.promises,
  'stream/web': streamWeb,
  string_decoder: stringDecoder,
  timers: unavailable('node:timers', { ...publicTimers, promises: timersPromises }),
  'timers/promises': timersPromises,
  url,
  util,
  'util/types': utilTypes,
  zlib,
  zod,
};

for (const exported of Object.values(modules))
  if (typeof exported === 'object' || typeof exported === 'function')
    restoreNames(exported as Record<string, unknown>);
restoreNames(globalThis);

/** The module that `specifier` names, with or without `node:`. */
export function requireModule(specifier: string): unknown {
  const name = specifier.replace(/^node:/, '');
  if (name === 'async_hooks') followPromises();
  if (Object.hasOwn(modules, name)) return modules[name as ModuleName];
  throw Object.assign(
    new Error(`Cannot find module '${specifier}'. Available: ${Object.keys(modules).join(', ')}.`),
    {
      code: 'MODULE_NOT_FOUND',
    },
  );
}

/** Called by the bundled program when it uses `node:fs`, with the submission's files by their names. */
requireModule.provideFiles = provideFiles;
