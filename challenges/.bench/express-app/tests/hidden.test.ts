import { api } from 'world';

type Note = { id: number; text: string; done: boolean };

async function write(text = 'milk'): Promise<Note> {
  const res = await api.post('/notes', { text });
  expect(res.status).toBe(201);
  return res.body;
}

describe('writing a note', () => {
  it('answers with the note', async () => {
    const res = await api.post('/notes', { text: 'milk' });
    expect(res.status).toBe(201);
    expect(res.body).toEqual({ id: expect.any(Number), text: 'milk', done: false });
  });

  it('says where it is', async () => {
    const { headers, body } = await api.post('/notes', { text: 'milk' });
    expect(headers['location']).toBe(`/notes/${body.id}`);
    expect((await api.get(headers['location'] ?? '')).body).toEqual(body);
  });

  it('trims its text', async () => {
    const { id, text } = await write('  bread ');
    expect(text).toBe('bread');
    expect((await api.get(`/notes/${id}`)).body.text).toBe('bread');
  });

  it('refuses one of no text and says why', async () => {
    const res = await api.post('/notes', {});
    expect(res.status).toBe(400);
    expect(res.body).toEqual({ error: expect.any(String) });
  });

  it('refuses a text of another type', async () => {
    expect((await api.post('/notes', { text: 7 })).status).toBe(400);
  });

  it('refuses one without a text', async () => {
    expect((await api.post('/notes', { text: ' ' })).status).toBe(400);
  });

  it('refuses what is no JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const res = await api.request({ method: 'POST', path: '/notes', headers, body: '{"text":' });
    expect(res.status).toBe(400);
  });

  it('gives each its own id', async () => {
    const ids = [(await write()).id, (await write()).id, (await write()).id];
    expect(new Set(ids).size).toBe(3);
  });
});

describe('reading notes', () => {
  it('finds one by its id', async () => {
    const note = await write('soap');
    const res = await api.get(`/notes/${note.id}`);
    expect(res.status).toBe(200);
    expect(res.body).toEqual(note);
  });

  it('answers in JSON', async () => {
    expect((await api.get('/notes')).headers['content-type']).toMatch(/^application\/json/);
  });

  it('lists all in the order in which they were written', async () => {
    const written = [await write('a'), await write('b')];
    const { body } = await api.get('/notes');
    expect(body.slice(-2)).toEqual(written);
  });

  it('lists those that are done', async () => {
    const note = await write('done');
    await api.patch(`/notes/${note.id}`, { done: true });
    const { body } = await api.get('/notes?done=true');
    expect(body.every(({ done }: Note) => done)).toBe(true);
    expect(body.map(({ id }: Note) => id)).toContain(note.id);
  });

  it('knows which do not exist', async () => {
    expect((await api.get('/notes/999')).status).toBe(404);
  });

  it('knows which cannot exist', async () => {
    expect((await api.get('/notes/milk')).status).toBe(404);
    expect((await api.get('/notes/0.5')).status).toBe(404);
  });
});

describe('changing a note', () => {
  it('marks it as done', async () => {
    const note = await write();
    const res = await api.patch(`/notes/${note.id}`, { done: true });
    expect(res.body).toEqual({ ...note, done: true });
  });

  it('stays', async () => {
    const note = await write();
    await api.patch(`/notes/${note.id}`, { done: true });
    expect((await api.get(`/notes/${note.id}`)).body.done).toBe(true);
  });

  it('refuses what is neither done nor not', async () => {
    const note = await write();
    expect((await api.patch(`/notes/${note.id}`, { done: 'yes' })).status).toBe(400);
    expect((await api.get(`/notes/${note.id}`)).body).toEqual(note);
  });

  it('needs one that exists', async () => {
    expect((await api.patch('/notes/999', { done: true })).status).toBe(404);
  });
});

describe('deleting a note', () => {
  it('answers with nothing', async () => {
    const note = await write();
    const res = await api.delete(`/notes/${note.id}`);
    expect([res.status, res.text]).toEqual([204, '']);
    expect((await api.delete('/notes/999')).status).toBe(404);
  });

  it('takes it away once', async () => {
    const note = await write();
    await api.delete(`/notes/${note.id}`);
    expect((await api.get(`/notes/${note.id}`)).status).toBe(404);
    expect((await api.delete(`/notes/${note.id}`)).status).toBe(404);
  });
});
