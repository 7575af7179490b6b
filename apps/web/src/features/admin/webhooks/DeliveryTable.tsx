import type { Delivery, Webhook } from '@assay/contracts/http';
import { ActionIcon, Button, Group, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { formatAge } from '#app/formatAge.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { SkeletonRows } from '#app/SkeletonRows.tsx';
import table from '#app/Table.module.css';
import classes from './DeliveryLog.module.css';
import { DeliveryStateSign } from './DeliveryStateSign.tsx';
import { describeTry } from './describeTry.ts';
import { eventNames } from './events.ts';

/** One row a message; opened, each time that it was sent. */
export function DeliveryTable({
  webhook,
  rows,
}: {
  webhook: Webhook;
  rows: Delivery[] | undefined;
}) {
  const [open, setOpen] = useState<string>();
  const queries = useQueryClient();
  const replay = useMutation(
    api.admin.replayDelivery.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.admin.key() }),
    }),
  );
  return (
    <>
      {replay.isError ? <ProblemNotice order={3} error={replay.error} /> : null}
      <div className={table.frame}>
        <table className={table.table} aria-busy={rows === undefined}>
          <thead>
            <tr>
              <th scope="col">Message</th>
              <th scope="col">Happened</th>
              <th scope="col">State</th>
              <th scope="col">Last answer</th>
              <th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows === undefined ? (
              <SkeletonRows columns={5} />
            ) : (
              rows.map((row) => (
                <Fragment key={row.id}>
                  <tr>
                    <td>
                      <MessageName row={row} />
                    </td>
                    <td className={`${table.soft} ${table.tight} numbers`}>
                      {new Date(row.createdAt).toLocaleString()}
                    </td>
                    <td>
                      <DeliveryStateSign state={row.state} />
                      <div className={`${table.faint} numbers`}>{describeNext(row)}</div>
                    </td>
                    <td className={`${table.soft} numbers`}>{describeLast(row)}</td>
                    <td className={`${table.end} ${table.tight}`}>
                      <Group gap={4} justify="flex-end" wrap="nowrap">
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          disabled={webhook.paused !== undefined}
                          aria-label={`Replay ${row.kind} of ${row.createdAt}`}
                          onClick={() =>
                            replay.mutate({ webhookId: webhook.id, deliveryId: row.id })
                          }
                        >
                          Replay
                        </Button>
                        <ActionIcon
                          variant="subtle"
                          color="gray"
                          size="sm"
                          aria-label={`Tries of ${row.kind} of ${row.createdAt}`}
                          aria-expanded={open === row.id}
                          onClick={() => setOpen(open === row.id ? undefined : row.id)}
                        >
                          {open === row.id ? (
                            <IconChevronDown size={16} stroke={1.6} />
                          ) : (
                            <IconChevronRight size={16} stroke={1.6} />
                          )}
                        </ActionIcon>
                      </Group>
                    </td>
                  </tr>
                  {open === row.id ? (
                    <tr>
                      <td colSpan={5}>
                        <Tries row={row} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function MessageName({ row: { kind, data } }: { row: Delivery }) {
  const name = eventNames[kind];
  const to =
    data.sessionId !== undefined
      ? `/live/${data.sessionId}`
      : data.attemptId !== undefined
        ? `/review/${data.attemptId}`
        : undefined;
  return (
    <>
      {to === undefined ? <b>{name}</b> : <Link to={to}>{name}</Link>}
      <div className={`${table.faint} code`}>{kind}</div>
    </>
  );
}

function Tries({ row: { id, tries } }: { row: Delivery }) {
  return (
    <>
      <p className={table.faint}>
        <span className="code">webhook-id: {id}</span>
      </p>
      {tries.length === 0 ? <p className={table.soft}>It was not sent yet.</p> : null}
      <ol className={classes.tries} reversed>
        {tries.map((one) => (
          <li key={one.at}>
            <span className={`${table.soft} numbers`}>
              {new Date(one.at).toLocaleString()} · {describeTry(one)} · {one.durationMs} ms
            </span>
            {one.answer ? <pre className={`${classes.answer} code`}>{one.answer}</pre> : null}
          </li>
        ))}
      </ol>
    </>
  );
}

function describeLast({ tries }: Delivery): string {
  const [last] = tries;
  if (last === undefined) return 'Not sent yet';
  return `${describeTry(last)}, in ${last.durationMs} ms`;
}

function describeNext({ state, dueAt, tries, triesLeft }: Delivery): string {
  const sent = tries.length === 1 ? 'sent once' : `sent ${tries.length} times`;
  if (state !== 'waiting' || dueAt === undefined || tries.length === 0)
    return tries.length > 1 ? sent : '';
  const next = formatAge(Date.parse(dueAt) - Date.now());
  return `${sent}; again in ${next}, ${triesLeft} more`;
}
