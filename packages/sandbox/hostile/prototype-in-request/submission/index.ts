import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.setHeader('__proto__', 'x');
  response.setHeader('constructor', 'x');
  response.status(200).send('{"__proto__":{"sum":7},"sum":0}');
});
app.listen(3000);
