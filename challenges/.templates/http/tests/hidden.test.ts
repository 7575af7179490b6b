import { api, restart } from 'world';

const refusal = { error: expect.stringMatching(/\S/) };

beforeEach(() => restart());

describe('notes', () => {
  it('are created by the first PUT and replaced by the next', async () => {
    const first = await api.put('/notes/a', { text: 'one' });
    expect(first).toMatchObject({ status: 201, body: { id: 'a', text: 'one' } });
    const second = await api.put('/notes/a', { text: 'two' });
    expect(second).toMatchObject({ status: 200, body: { id: 'a', text: 'two' } });
    expect((await api.get('/notes/a')).body).toEqual({ id: 'a', text: 'two' });
    expect((await api.put('/notes/b', { text: 'one' })).status).toBe(201);
  });

  it('are not there before', async () => {
    expect(await api.get('/notes/a')).toMatchObject({ status: 404, body: refusal });
  });

  it('need a text', async () => {
    for (const body of [{}, { text: '' }, { text: 5 }, { text: null }, [], undefined]) {
      const answer = await api.put('/notes/a', body);
      expect({ body, answer }).toMatchObject({ body, answer: { status: 400, body: refusal } });
    }
    expect((await api.get('/notes/a')).status).toBe(404);
  });
});
