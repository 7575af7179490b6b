import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  let all: unknown[] = [];
  for (;;) all = [all, Array.from({ length: 1_000 }, () => [])];
});
app.listen(3000);
