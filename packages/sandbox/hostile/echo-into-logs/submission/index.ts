import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  console.log(request.body, request.headers);
  console.error(new Error(JSON.stringify(request.body)));
  throw new Error(JSON.stringify(request.body));
});
app.listen(3000);
