import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconShare2 } from '@tabler/icons-react';
import { readRememberedLink } from './rememberedLink.ts';

/** The candidate's own link, to be taken to another device. */
export function KeepLink({
  attemptId,
  quiet = false,
}: {
  attemptId: string;
  /** Where something else is what one came for. */
  quiet?: boolean;
}) {
  const link = readRememberedLink(attemptId);
  if (link === undefined) {
    return (
      <p>Open the link from your invitation on the other device: it leads to the same place.</p>
    );
  }
  const canShare = 'share' in navigator;
  return (
    <>
      <TextInput
        label="Your link"
        description="It is yours alone: whoever has it can work in your place."
        readOnly
        classNames={{ input: 'code' }}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group gap={8} mt={8}>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              variant={quiet ? 'default' : 'filled'}
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              aria-live="polite"
            >
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
        {canShare ? (
          <Button
            variant="default"
            leftSection={<IconShare2 size={16} />}
            // Whoever closes the sheet has shared nothing, which is no error.
            onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
          >
            Send it to myself
          </Button>
        ) : null}
      </Group>
    </>
  );
}
