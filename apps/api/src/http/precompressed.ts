import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * Lets files of `webRoot` that lie there in a compressed form too be served in it, to those who accept it. The
 * files are looked for once: a build is in place before the API starts.
 */
export function precompressed(webRoot: string): RequestHandler {
  // Without a build there is an API and nothing to look at.
  const found = existsSync(webRoot)
    ? readdirSync(webRoot, { recursive: true, encoding: 'utf8' })
    : [];
  const files = new Set(found.map((file) => `/${file.split(path.sep).join('/')}`));
  return (request, response, next) => {
    const present = encodings.filter(({ ending }) => files.has(request.path + ending));
    if (present.length === 0 || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.vary('accept-encoding');
    const chosen = present.find(({ name }) => request.acceptsEncodings(name) === name);
    if (chosen) {
      response.type(path.extname(request.path)).set('content-encoding', chosen.name);
      request.url = request.path + chosen.ending;
    }
    next();
  };
}
