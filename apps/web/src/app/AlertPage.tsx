import type { ComponentProps } from 'react';
import { Notice } from './Notice.tsx';
import { PlainPage } from './PlainPage.tsx';

/** A page that says nothing but why one cannot go on, and what to do; read out as soon as it is there. */
export function AlertPage({
  page,
  ...notice
}: { page: string } & Omit<ComponentProps<typeof Notice>, 'order'>) {
  return (
    <PlainPage title={page}>
      <div role="alert">
        <Notice order={1} {...notice} />
      </div>
    </PlainPage>
  );
}
