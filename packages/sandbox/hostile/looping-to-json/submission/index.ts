import express from 'express';

const app = express();
app.use(express.json());
app.post('/add', async (request, response) => {
  response.json({
    toJSON() {
      for (;;);
    },
  });
});
app.listen(3000);
