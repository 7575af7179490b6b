import express from 'express';

const app = express();
app.use(express.json());

app.get('/notes/:id', (request, response) => {
  response.json({ id: request.params.id, text: '' });
});

app.listen(process.env.PORT);
