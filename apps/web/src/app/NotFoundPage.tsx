import { IconMapQuestion } from '@tabler/icons-react';
import { Notice } from './Notice.tsx';
import { PlainPage } from './PlainPage.tsx';

/** For every address that leads nowhere. */
export function NotFoundPage() {
  return (
    <PlainPage title="Page not found">
      <Notice
        order={1}
        icon={<IconMapQuestion size={20} stroke={1.6} />}
        title="There is no page at this address"
        actions={[{ label: 'Go to the start', to: '/' }]}
      >
        <p>
          If you were invited to an assessment, open the link from your invitation again: it brings
          you back to where you were. Work that was saved is safe.
        </p>
      </Notice>
    </PlainPage>
  );
}
