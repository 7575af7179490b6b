import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', (request, response) => {
  const { numbers, note } = request.body;
  if (!numbers.every((n) => typeof n === 'number')) {
    response.status(400).send('Each must be a number.');
    return;
  }
  response.json({ sum: numbers.reduce((sum, n) => sum + n, 0), note });
});
app.listen(3000);
