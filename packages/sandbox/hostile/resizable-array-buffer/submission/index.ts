import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const all: ArrayBuffer[] = [];
  for (let n = 0; n < 200; n += 1) {
    const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 30 });
    buffer.resize(2 ** 30);
    new Uint8Array(buffer).fill(1);
    all.push(buffer);
  }
  response.json({});
});
app.listen(3000);
