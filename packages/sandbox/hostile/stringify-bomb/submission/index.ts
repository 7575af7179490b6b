import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  let bomb: unknown = 'x'.repeat(1_000);
  for (let n = 0; n < 30; n += 1) bomb = [bomb, bomb];
  response.json(bomb);
});
app.listen(3000);
