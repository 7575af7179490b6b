import { Loader } from '@mantine/core';
import { IconWebhookOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { DeliveryLog } from './DeliveryLog.tsx';
import { WebhookActions } from './WebhookActions.tsx';
import { WebhookSettings } from './WebhookSettings.tsx';

/** One webhook: what it is told of, how its messages went, and what can be done about it. */
export function WebhookPage() {
  const { webhookId = '' } = useParams();
  const webhooks = useQuery(api.admin.listWebhooks.queryOptions());
  const webhook = webhooks.data?.find(({ id }) => id === webhookId);
  if (webhook === undefined)
    return (
      <StaffPage title="Webhook">
        {webhooks.isPending ? (
          <Loader size="sm" aria-label="Loading" />
        ) : (
          <FetchedList
            query={webhooks}
            rows={[]}
            empty={
              <Notice
                icon={<IconWebhookOff size={20} stroke={1.6} />}
                title="This webhook is gone"
                actions={[{ label: 'All webhooks', to: '/admin/webhooks' }]}
              >
                Somebody has removed it with its log.
              </Notice>
            }
          >
            {null}
          </FetchedList>
        )}
      </StaffPage>
    );
  const host = new URL(webhook.url).host;
  return (
    <StaffPage
      title={webhook.description === '' ? host : webhook.description}
      lead={webhook.url}
      action={<WebhookActions webhook={webhook} />}
    >
      <WebhookSettings key={webhook.id} webhook={webhook} />
      <DeliveryLog webhook={webhook} />
    </StaffPage>
  );
}
