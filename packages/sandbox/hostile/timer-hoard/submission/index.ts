import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  for (let n = 0; n < 60_000; n += 1) setTimeout(() => {}, 1e6 - n);
  for (;;);
});
app.listen(3000);
