import { Router } from 'express';
import { deskOf } from '../access/deskOf.ts';
import { store } from '../data/store.ts';
import { parseBody } from './parseBody.ts';
import { presentTicket } from './presentTicket.ts';
import { ticketFields } from './ticketFields.ts';

export function ticketRoutes(): Router {
  const router = Router();

  router.get('/tickets', (req, res) => {
    const desk = deskOf(res);
    const { organisationId = desk.user.organisationId, status, assigneeId } = req.query;
    const tickets = store.tickets
      .toReversed()
      .filter((ticket) => ticket.organisationId === organisationId)
      .filter((ticket) => !status || ticket.status === status)
      .filter((ticket) => !assigneeId || ticket.assigneeId === assigneeId);
    res.json({
      tickets: tickets.map((ticket) => presentTicket(desk, ticket)),
      total: tickets.length,
    });
  });

  router.post('/tickets', (req, res) => {
    const desk = deskOf(res);
    desk.require('ticket.create');
    const ticket = desk.addTicket(parseBody(ticketFields(desk.user).New, req.body));
    res.status(201).json(presentTicket(desk, ticket));
  });

  router.get('/tickets/:id', (req, res) => {
    const desk = deskOf(res);
    res.json(presentTicket(desk, desk.ticket('ticket.read', req.params.id)));
  });

  router.patch('/tickets/:id', (req, res) => {
    const desk = deskOf(res);
    const ticket = desk.ticket('ticket.update', req.params.id);
    desk.updateTicket(ticket, parseBody(ticketFields(desk.user).Changed, req.body));
    res.json(presentTicket(desk, ticket));
  });

  router.delete('/tickets/:id', (req, res) => {
    const desk = deskOf(res);
    desk.deleteTicket(desk.ticket('ticket.delete', req.params.id));
    res.status(204).end();
  });

  return router;
}
