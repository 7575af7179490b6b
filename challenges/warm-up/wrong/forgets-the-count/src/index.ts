import express from 'express';

const app = express();
let times = 0;

app.get('/greetings/:name', (request, response) => {
  times += 1;
  response.json({ greeting: `Hello, ${request.params.name}!`, times });
});

app.listen(3000);
