import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  for (let n = 0; n < 100_000; n += 1) response.setHeader(`x-${n}`, 'y');
  response.json({});
});
app.listen(3000);
