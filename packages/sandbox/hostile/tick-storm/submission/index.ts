import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const again = (): void => process.nextTick(again);
  again();
});
app.listen(3000);
