import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  const all: unknown[] = [];
  for (;;) all.push(new Intl.DateTimeFormat('de', { dateStyle: 'full' }), new Intl.Collator('zh'));
});
app.listen(3000);
