import express from 'express';

const kept: unknown[] = [];
const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  kept.push(Array.from({ length: 600_000 }, (_value, n) => ({ n })));
  response.json({ sum: 0 });
});
app.listen(3000);
