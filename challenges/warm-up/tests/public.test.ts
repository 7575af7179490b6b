import { api } from 'world';

describe('greetings', () => {
  it('are answered', async () => {
    expect((await api.get('/greetings/Ada')).status).toBe(200);
  });

  it('carry the name', async () => {
    const res = await api.get('/greetings/Ada');

    expect(res.body.greeting).toBe('Hello, Ada!');
  });
});
