import { api } from 'world';

describe('notes', () => {
  it('are kept', async () => {
    expect((await api.put('/notes/first', { text: 'Buy milk.' })).status).toBe(201);
    expect(await api.get('/notes/first')).toMatchObject({
      status: 200,
      body: { id: 'first', text: 'Buy milk.' },
    });
  });
});
