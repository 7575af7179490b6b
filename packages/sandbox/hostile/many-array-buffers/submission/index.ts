import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const all: ArrayBuffer[] = [];
  for (;;) all.push(new ArrayBuffer(1e6));
});
app.listen(3000);
