import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const all: ArrayBufferView[] = [];
  for (;;) all.push(new Float64Array(250_000).fill(1), new BigInt64Array(250_000).fill(1n));
});
app.listen(3000);
