import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536 });
  memory.grow(60_000);
  response.json({});
});
app.listen(3000);
