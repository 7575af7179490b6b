import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

/** Where the call is, when it is elsewhere; its host is shown before anybody goes there. */
export function MeetingLink({ url }: { url: string }) {
  return (
    <Button
      size="compact-sm"
      variant="light"
      component="a"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={url}
      leftSection={<IconExternalLink size={15} stroke={1.7} />}
    >
      Call at {new URL(url).host}
    </Button>
  );
}
