import { api } from 'world';

it('keeps a note', async () => {
  const { body } = await api.post('/notes', { text: 'milk' });
  expect((await api.get(`/notes/${body.id}`)).body.text).toBe('milk');
});
