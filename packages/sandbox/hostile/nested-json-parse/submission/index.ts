import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.json(JSON.parse('['.repeat(8_000_000)));
});
app.listen(3000);
