import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  setTimeout(() => {
    throw new Error(`I saw ${JSON.stringify(request.body)}`);
  }, 0);
});
app.listen(3000);
