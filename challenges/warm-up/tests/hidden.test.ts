import { api } from 'world';

describe('greetings', () => {
  it('carry the name from the address', async () => {
    expect((await api.get('/greetings/Grace')).body).toEqual({
      greeting: 'Hello, Grace!',
      times: 1,
    });
  });

  it('count each name by itself', async () => {
    await api.get('/greetings/Edsger');
    await api.get('/greetings/Barbara');
    await api.get('/greetings/Edsger');

    expect((await api.get('/greetings/Barbara')).body.times).toBe(2);
    expect((await api.get('/greetings/Edsger')).body.times).toBe(3);
  });
});
