import express from 'express';

const app = express();
const times = new Map<string, number>();

app.get('/greetings/:name', (request, response) => {
  const now = (times.get(request.params.name) ?? 0) + 1;
  times.set(request.params.name, now);
  response.json({ greeting: 'Hello, Ada!', times: now });
});

app.listen(3000);
