import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  let n = 3n;
  for (;;) n *= n;
});
app.listen(3000);
