import { Router } from 'express';
import { ApiError } from '../apiError.ts';
import { findDevice } from '../data/devices.ts';
import { store, type Ticket } from '../data/store.ts';
import { findUser } from '../data/users.ts';
import { presentTicket } from './presentTicket.ts';

export function ticketRoutes(): Router {
  const router = Router();

  router.get('/tickets', (req, res) => {
    const { organisationId = res.locals['user'].organisationId, status, assigneeId } = req.query;
    const tickets = store.tickets
      .filter((ticket) => ticket.organisationId === organisationId)
      .filter((ticket) => !status || ticket.status === status)
      .filter((ticket) => !assigneeId || ticket.assigneeId === assigneeId)
      .toReversed();
    res.json({ tickets: tickets.map(presentTicket), total: tickets.length });
  });

  router.post('/tickets', (req, res) => {
    const { user } = res.locals;
    validate({ priority: 2, ...req.body });
    const ticket: Ticket = {
      id: store.newId('t'),
      organisationId: user.organisationId,
      status: 'open',
      priority: 2,
      assigneeId: null,
      createdBy: user.id,
      createdAt: new Date().toISOString(),
      ...req.body,
    };
    store.tickets.push(ticket);
    res.status(201).json(presentTicket(ticket));
  });

  router.get('/tickets/:id', (req, res) => {
    res.json(presentTicket(findTicket(req.params.id)));
  });

  router.patch('/tickets/:id', (req, res) => {
    const ticket = findTicket(req.params.id);
    validate({ ...ticket, ...req.body });
    Object.assign(ticket, req.body);
    res.json(presentTicket(ticket));
  });

  router.delete('/tickets/:id', (req, res) => {
    if (res.locals['user'].role !== 'admin')
      throw new ApiError('forbidden', 'Only administrators delete tickets.');
    const ticket = findTicket(req.params.id);
    store.tickets = store.tickets.filter((other) => other !== ticket);
    store.comments = store.comments.filter((comment) => comment.ticketId !== ticket.id);
    res.status(204).end();
  });

  return router;
}

export function findTicket(id: string): Ticket {
  const ticket = store.tickets.find((one) => one.id === id);
  if (!ticket) throw new ApiError('not_found', 'There is no such ticket.');
  return ticket;
}

function validate(ticket: Record<string, unknown>): void {
  const { title, deviceId, status = 'open', priority, assigneeId = null } = ticket;
  const wrong = (field: string) =>
    new ApiError('validation_failed', `The field ${field} makes no sense.`, field);
  if (typeof title !== 'string' || title.length < 1 || title.length > 200) throw wrong('title');
  if (!findDevice(String(deviceId))) throw wrong('deviceId');
  if (!['open', 'in_progress', 'done'].includes(String(status))) throw wrong('status');
  if (![1, 2, 3].includes(Number(priority))) throw wrong('priority');
  if (assigneeId !== null && (typeof assigneeId !== 'string' || !findUser(assigneeId)))
    throw wrong('assigneeId');
}
