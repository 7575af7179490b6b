import { IconFlag } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { PlainPage } from '#app/PlainPage.tsx';

/** What those who do not lead see once a session has ended. */
export function EndPage({ title }: { title: string }) {
  return (
    <PlainPage title={title}>
      <Notice order={1} icon={<IconFlag size={20} stroke={1.6} />} title="The session has ended">
        <p>
          Thank you for taking part in “{title}”. Code and whiteboard are kept as they were at the
          end, with how they came about, for 180 days; those who interviewed can read and replay
          them. Nothing more is recorded, and you can close this page.
        </p>
        <p>What happens next, the people who invited you will tell you.</p>
      </Notice>
    </PlainPage>
  );
}
