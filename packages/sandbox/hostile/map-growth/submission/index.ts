import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const map = new Map();
  for (let n = 0; ; n += 1) map.set(n, { n });
});
app.listen(3000);
