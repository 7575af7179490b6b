import { IconAlertTriangle } from '@tabler/icons-react';
import { Notice } from './Notice.tsx';
import { PlainPage } from './PlainPage.tsx';

/** What is left when a screen broke while it was drawn: the last resort of every route. */
export function BrokenPage({ error }: { error: unknown }) {
  // After a new version is installed, the pieces of the old one that were not loaded yet are gone.
  const isOutdated = error instanceof TypeError && /module|import/i.test(error.message);
  return (
    <PlainPage title="Something broke">
      <Notice
        order={1}
        icon={<IconAlertTriangle size={20} stroke={1.6} />}
        title={isOutdated ? 'This page is from an older version' : 'This screen broke'}
        actions={[{ label: 'Load it again', onClick: () => window.location.reload() }]}
      >
        <p>
          {isOutdated
            ? 'Assay was updated while the page was open. Loading it again brings the new version.'
            : 'The fault is ours. Loading the page again usually helps; if it does not, tell the person who invited you.'}
        </p>
        <p>
          Your work is safe: it is saved on the server as you type, and a copy of what was not sent
          yet is kept in this browser.
        </p>
        {!isOutdated && error instanceof Error ? <pre className="code">{error.message}</pre> : null}
      </Notice>
    </PlainPage>
  );
}
