import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.send('x'.repeat(5_000_000));
});
app.listen(3000);
