import { Router } from 'express';
import { z } from 'zod';
import { deskOf } from '../access/deskOf.ts';
import { type Comment, store } from '../data/store.ts';
import { parseBody } from './parseBody.ts';

const CommentFields = z.object({
  text: z.string().min(1).max(2000),
  internal: z.boolean().default(false),
});

export function commentRoutes(): Router {
  const router = Router();

  router.get('/tickets/:id/comments', (req, res) => {
    const desk = deskOf(res);
    const ticket = store.tickets.find((one) => one.id === req.params.id);
    const comments = desk.commentsOn(ticket ?? desk.ticket('comment.read', req.params.id));
    res.json({ comments: comments.map(presentComment) });
  });

  router.post('/tickets/:id/comments', (req, res) => {
    const desk = deskOf(res);
    const ticket = desk.ticket('comment.create', req.params.id);
    const comment = desk.addComment(ticket, parseBody(CommentFields, req.body));
    res.status(201).json(presentComment(comment));
  });

  return router;
}

function presentComment({ id, authorId, text, internal, createdAt }: Comment) {
  return { id, authorId, text, internal, createdAt };
}
