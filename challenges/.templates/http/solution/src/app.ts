import express, { type Express } from 'express';

/** A service that keeps notes in memory. */
export function createApp(): Express {
  const notes = new Map<string, string>();
  const app = express();
  app.use(express.json());

  app.put('/notes/:id', (request, response) => {
    const { id } = request.params;
    const text: unknown = request.body?.text;
    if (typeof text !== 'string' || text === '') {
      response.status(400).json({ error: 'A note needs a text.' });
      return;
    }
    const status = notes.has(id) ? 200 : 201;
    notes.set(id, text);
    response.status(status).json({ id, text });
  });

  app.get('/notes/:id', (request, response) => {
    const { id } = request.params;
    const text = notes.get(id);
    if (text === undefined) response.status(404).json({ error: 'There is no such note.' });
    else response.json({ id, text });
  });

  return app;
}
