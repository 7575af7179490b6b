import { Router } from 'express';
import { ApiError } from '../apiError.ts';
import { type Comment, store } from '../data/store.ts';
import { findTicket } from './ticketRoutes.ts';

export function commentRoutes(): Router {
  const router = Router();

  router.get('/tickets/:id/comments', (req, res) => {
    const ticket = findTicket(req.params.id);
    const comments = store.comments.filter((comment) => comment.ticketId === ticket.id);
    res.json({ comments: comments.map(presentComment) });
  });

  router.post('/tickets/:id/comments', (req, res) => {
    const ticket = findTicket(req.params.id);
    const { text, internal = false } = req.body;
    if (typeof text !== 'string' || text.length < 1 || text.length > 2000)
      throw new ApiError('validation_failed', 'The text has 1 to 2000 characters.', 'text');
    const comment: Comment = {
      id: store.newId('c'),
      ticketId: ticket.id,
      authorId: res.locals['user'].id,
      text,
      internal,
      createdAt: new Date().toISOString(),
    };
    store.comments.push(comment);
    res.status(201).json(presentComment(comment));
  });

  return router;
}

function presentComment({ id, authorId, text, internal, createdAt }: Comment) {
  return { id, authorId, text, internal, createdAt };
}
