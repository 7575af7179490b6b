import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const all: unknown[] = [];
  for (;;) all.push(new Array(3e7).fill({}).map((_value, n) => ({ n })));
});
app.listen(3000);
