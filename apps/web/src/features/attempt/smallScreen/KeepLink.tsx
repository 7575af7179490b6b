import { Button } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { LinkField } from '#app/LinkField.tsx';
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
      <LinkField
        label="Your link"
        description="It is yours alone: whoever has it can work in your place."
        link={link}
        quiet={quiet}
      />
      {canShare ? (
        <Button
          mt={8}
          variant="default"
          leftSection={<IconShare2 size={16} stroke={1.6} />}
          // Whoever closes the sheet has shared nothing, which is no error.
          onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
        >
          Send it to myself
        </Button>
      ) : null}
    </>
  );
}
