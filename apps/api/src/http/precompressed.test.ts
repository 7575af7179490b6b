import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import express from 'express';
import { webApp } from './webApp.ts';

const script = 'console.log("hello");\n'.repeat(100);
let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-web-'));
  await writeFile(join(folder, 'app.js'), script);
  await writeFile(join(folder, 'app.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'app.js.gz'), gzipSync(script));
  await writeFile(join(folder, 'plain.js'), script);
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  server = createServer(express().use(webApp(folder))).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

function get(path: string, accept?: string) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const headers = accept === undefined ? {} : { 'accept-encoding': accept };
    request({ port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

it('serves what the browser understands best, as what it is', async () => {
  const brotli = await get('/app.js', 'gzip, deflate, br');
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringMatching(/javascript/),
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(script);
  const gzip = await get('/app.js', 'gzip');
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' });
  expect(gunzipSync(gzip.bytes).toString()).toBe(script);
});

it('serves a file as it is where nothing smaller is there or wanted', async () => {
  const plain = await get('/app.js', 'br;q=0, gzip;q=0');
  expect(plain.bytes.toString()).toBe(script);
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.headers).toMatchObject({ vary: expect.stringMatching(/accept-encoding/i) });
  expect((await get('/plain.js', 'br')).bytes.toString()).toBe(script);
  expect((await get('/somewhere', 'br')).headers).not.toHaveProperty('content-encoding');
});
