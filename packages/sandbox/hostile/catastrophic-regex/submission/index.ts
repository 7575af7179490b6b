import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.send(String(/^(\w+\s?)*$/.test('aaaaaaaaaa '.repeat(9) + '!')));
});
app.listen(3000);
