import { Checkbox, Stack, Text } from '@mantine/core';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import type { MailTerms } from './useMailTerms.ts';

/** How the link gets to the candidate. */
export function MailFields({ terms, days }: { terms: MailTerms; days: number }) {
  if (terms.from === undefined) {
    return (
      <Text size="sm" c="dimmed">
        No mail is sent. You get the link and send it yourself.
      </Text>
    );
  }
  return (
    <Stack gap={12}>
      <Checkbox
        label="Send the link by mail"
        description={`From ${terms.from}. You see the link, too.`}
        checked={terms.mail}
        onChange={(event) => terms.setMail(event.currentTarget.checked)}
      />
      {terms.mail ? (
        <WholeNumberInput
          label="Remind who has not started"
          description={
            terms.remindDays >= days
              ? 'The link is not that long: nobody is reminded.'
              : 'By a mail before the link ends. 0 for never.'
          }
          suffix={terms.remindDays === 1 ? ' day before' : ' days before'}
          min={0}
          max={30}
          value={terms.remindDays}
          fallback={0}
          onChange={terms.setRemindDays}
        />
      ) : null}
    </Stack>
  );
}
