import { DeliveryState, type Webhook } from '@assay/contracts/http';
import { SegmentedControl, Title } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import classes from './DeliveryLog.module.css';
import { DeliveryTable } from './DeliveryTable.tsx';

/** How often it is looked how messages stand while somebody looks on, ms. */
const refreshMs = 3_000;

/** Messages of the last days, with how they went. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const [search, setSearch] = useSearchParams();
  const state = DeliveryState.safeParse(search.get('state')).data;
  const deliveries = useQuery(
    api.admin.listDeliveries.queryOptions({
      input: { webhookId: webhook.id, page: pageOf(search), ...(state && { state }) },
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
    }),
  );
  const choose = (value: string) =>
    setSearch(value === 'all' ? {} : { state: value }, { replace: true });
  return (
    <section aria-labelledby="messages">
      <div className={classes.head}>
        <Title order={2} id="messages">
          Messages
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Which messages"
          value={state ?? 'all'}
          onChange={choose}
          data={[
            { value: 'all', label: 'All' },
            { value: 'waiting', label: 'Waiting' },
            { value: 'delivered', label: 'Arrived' },
            { value: 'failed', label: 'Given up' },
          ]}
        />
      </div>
      <FetchedList
        query={deliveries}
        rows={deliveries.data?.rows}
        empty={
          <Notice icon={<IconInbox size={20} stroke={1.6} />} title="No messages">
            {state === undefined
              ? 'What is told to this address is listed here for 30 days. Send a test to see whether it arrives.'
              : 'There are none that stand like this.'}
          </Notice>
        }
      >
        <DeliveryTable webhook={webhook} rows={deliveries.data?.rows} />
      </FetchedList>
      {deliveries.data ? <Pager {...deliveries.data} /> : null}
    </section>
  );
}
