import express, { type Request, type Response } from 'express';

type Note = { id: number; text: string; done: boolean };

const notes = new Map<number, Note>();
let lastId = 0;

const app = express();
app.use(express.json());

app.post('/notes', (req, res) => {
  const text = readText(req);
  if (text === undefined) return refuse(res, 400, 'A note needs a text.');
  lastId += 1;
  const note = { id: lastId, text, done: false };
  notes.set(note.id, note);
  res.status(201).location(`/notes/${note.id}`).json(note);
});

app.get('/notes', (req, res) => {
  const { done } = req.query;
  const all = [...notes.values()];
  res.json(done === undefined ? all : all.filter((note) => String(note.done) === done));
});

app
  .route('/notes/:id')
  .get((req, res) => {
    const note = find(req);
    if (!note) return refuse(res, 404, 'There is no such note.');
    res.json(note);
  })
  .patch((req, res) => {
    const note = find(req);
    if (!note) return refuse(res, 404, 'There is no such note.');
    if (typeof req.body.done !== 'boolean') return refuse(res, 400, 'A note is done or not.');
    note.done = req.body.done;
    res.json(note);
  })
  .delete((req, res) => {
    if (!notes.delete(Number(req.params.id))) return refuse(res, 404, 'There is no such note.');
    res.status(204).end();
  });

function readText({ body }: Request): string | undefined {
  const text: unknown = body?.text;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function find(req: Request): Note | undefined {
  return notes.get(Number(req.params['id']));
}

function refuse(res: Response, status: number, error: string): void {
  res.status(status).json({ error });
}

app.listen(Number(process.env.PORT ?? 3000));
