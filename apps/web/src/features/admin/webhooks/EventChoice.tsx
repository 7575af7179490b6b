import type { WebhookEvent } from '@assay/contracts/http';
import { Checkbox, SimpleGrid } from '@mantine/core';
import { eventNames, eventOrder } from './events.ts';

/** What a webhook is told of. */
export function EventChoice({
  events,
  error,
  onChange,
}: {
  events: readonly WebhookEvent[];
  error?: string | undefined;
  onChange: (events: WebhookEvent[]) => void;
}) {
  return (
    <Checkbox.Group
      label="It is told when"
      value={[...events]}
      error={error}
      onChange={(values) => onChange(eventOrder.filter((event) => values.includes(event)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} mt={8} mb={4}>
        {eventOrder.map((event) => (
          <Checkbox
            key={event}
            value={event}
            label={eventNames[event]}
            description={<span className="code">{event}</span>}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
