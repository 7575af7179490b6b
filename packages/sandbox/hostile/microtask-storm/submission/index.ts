import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const again = (): void => void Promise.resolve().then(again);
  again();
  response.json({});
});
app.listen(3000);
