import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  for (;;) await 0;
});
app.listen(3000);
