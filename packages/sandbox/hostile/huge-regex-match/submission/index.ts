import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const text = 'ab'.repeat(2 ** 26);
  response.json({ sum: text.match(/(a|b)+?/g)?.length });
});
app.listen(3000);
