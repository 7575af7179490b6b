import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1e9);
  response.json({});
});
app.listen(3000);
