import express from 'express';

const app = express();

app.get('/greetings/:name', (request, response) => {
  response.json({ greeting: 'Hello, you!', times: 1 });
});

app.listen(3000);
