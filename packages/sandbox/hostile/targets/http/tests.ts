import { api } from 'world';

const secret = 'CANARY-http-value';

describe('CANARY-http-group', () => {
  it('adds', async () => {
    const response = await api.post('/add', { numbers: [3, 4], note: secret });
    expect(response.status).toBe(200);
    expect(response.body).toEqual({ sum: 7, note: secret });
  });
  it('adds many at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => api.post('/add', { numbers: [n, n], note: `${secret}-${n}` })),
    );
    expect(answers.map(({ body }) => body)).toEqual(
      [1, 2, 3, 4].map((n) => ({ sum: 2 * n, note: `${secret}-${n}` })),
    );
  });
  it('refuses what is no number', async () => {
    const response = await api.post('/add', { numbers: ['CANARY-http-input'] });
    expect(response.status).toBe(400);
    expect(response.text).toContain('number');
  });
  it('adds nothing', async () => {
    expect((await api.post('/add', { numbers: [] })).body).toMatchObject({ sum: 0 });
  });
});
