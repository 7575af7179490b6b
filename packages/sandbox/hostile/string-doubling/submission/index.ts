import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  let text = 'x';
  for (;;) text += text;
});
app.listen(3000);
