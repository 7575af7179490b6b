import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const down = (n: number): number => down(n + 1) + 1;
  response.json({ sum: down(0) });
});
app.listen(3000);
