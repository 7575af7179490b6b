import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { precompressed } from './precompressed.ts';

/** Serves the built web app: its files, and its page for every address that is none of ours. */
export function webApp(webRoot: string): Router {
  const router = Router();
  router.use(precompressed(webRoot));
  router.use(
    express.static(webRoot, {
      index: false,
      setHeaders: (response, file) => {
        // Vite names what it builds into `assets` by content.
        const immutable = path.relative(webRoot, file).startsWith(`assets${path.sep}`);
        response.set(
          'cache-control',
          immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    }),
  );
  router.get('/{*page}', (request, response, next) => {
    // A missing picture or script is missing; only pages are the app's.
    if (!request.accepts('html') || path.extname(request.path) !== '') {
      next();
      return;
    }
    webPage(webRoot)(request, response, next);
  });
  return router;
}

/** The page that all addresses of the web app have. */
export function webPage(webRoot: string): RequestHandler {
  return (_request, response) => {
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: webRoot });
  };
}
