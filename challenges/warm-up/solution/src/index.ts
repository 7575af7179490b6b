import express from 'express';

const app = express();
const times = new Map<string, number>();

app.get('/greetings/:name', (request, response) => {
  const { name } = request.params;
  const now = (times.get(name) ?? 0) + 1;
  times.set(name, now);
  response.json({ greeting: `Hello, ${name}!`, times: now });
});

app.listen(3000);
