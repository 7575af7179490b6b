import type { Webhook } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlus, IconWebhook } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { Badge } from '#app/Badge.tsx';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import table from '#app/Table.module.css';
import { eventNames, eventOrder } from './events.ts';
import { NewWebhookDialog } from './NewWebhookDialog.tsx';

const columns: Column<Webhook>[] = [
  {
    title: 'Address',
    cell: ({ id, url, description }) => (
      <>
        <Link to={`/admin/webhooks/${id}`} className="code">
          {url}
        </Link>
        <div className={table.faint}>{description}</div>
      </>
    ),
  },
  {
    title: 'Told of',
    look: ['soft'],
    cell: ({ events }) =>
      events.length === eventOrder.length
        ? 'Everything'
        : events.map((event) => eventNames[event]).join(', '),
  },
  {
    title: 'State',
    look: ['soft', 'tight'],
    cell: ({ paused }) =>
      paused === undefined ? 'On' : <Badge name="Paused" Icon={IconPlayerPause} tone="warn" />,
  },
  { title: 'Waiting', look: ['soft', 'end', 'numbers'], cell: (row) => row.deliveries.waiting },
  { title: 'Arrived', look: ['soft', 'end', 'numbers'], cell: (row) => row.deliveries.delivered },
  { title: 'Given up', look: ['soft', 'end', 'numbers'], cell: (row) => row.deliveries.failed },
];

/** Which other programs are told what happens here, and how that goes. */
export function WebhooksPage() {
  const [adding, setAdding] = useState(false);
  const webhooks = useQuery(api.admin.listWebhooks.queryOptions());
  return (
    <StaffPage
      title="Webhooks"
      lead="Other programs that are told what happens here, as an applicant tracking system. Messages are signed, and say ids and steps: no names, no scores, no code."
      action={
        webhooks.data?.length === 0 ? undefined : (
          <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={() => setAdding(true)}>
            Add a webhook
          </Button>
        )
      }
    >
      <FetchedList
        query={webhooks}
        rows={webhooks.data}
        empty={
          <Notice
            icon={<IconWebhook size={20} stroke={1.6} />}
            title="No other program is told anything"
            actions={[{ label: 'Add a webhook', onClick: () => setAdding(true) }]}
          >
            Give an address, and it gets a message when a candidate is invited, starts, hands in, is
            reviewed or decided upon. What could not be handed over is tried again for a day.
          </Notice>
        }
      >
        <StaffTable columns={columns} rows={webhooks.data} keyOf={({ id }) => id} />
      </FetchedList>
      <NewWebhookDialog opened={adding} onClose={() => setAdding(false)} />
    </StaffPage>
  );
}
