import { Suspense } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { OpenInvitationPage } from '#features/attempt/invitation/OpenInvitationPage.tsx';
import { CatchBroken } from './CatchBroken.tsx';
import { lazyRoutes } from './lazyRoutes.tsx';
import { Loading } from './Loading.tsx';

/** Every address of the app. What is worked in is loaded when it is opened. */
const routes = lazyRoutes([
  {
    children: [
      { path: '/c/:token', Component: OpenInvitationPage },
      {
        path: '/attempts/:attemptId',
        lazy: async () => ({
          Component: (await import('#features/attempt/AttemptPage.tsx')).AttemptPage,
        }),
      },
      {
        path: '/attempts/:attemptId/practice',
        lazy: async () => ({
          Component: (await import('#features/attempt/practice/PracticePage.tsx')).PracticePage,
        }),
      },
      {
        path: '/attempts/:attemptId/record',
        lazy: async () => ({
          Component: (await import('#features/attempt/record/RecordPage.tsx')).RecordPage,
        }),
      },
      {
        path: '/l/:token',
        lazy: async () => ({
          Component: (await import('#features/live/lobby/OpenLinkPage.tsx')).OpenLinkPage,
        }),
      },
      {
        path: '/live/:sessionId/own',
        lazy: async () => ({
          Component: (await import('#features/live/lobby/OwnSessionPage.tsx')).OwnSessionPage,
        }),
      },
      // Everything else is the staff's, or nowhere: candidates do not fetch where it is.
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./StaffPages.tsx')).StaffPages }),
      },
    ],
  },
]);

function Pages() {
  return useRoutes(routes);
}

/** The page of the address that is shown. */
export function Router() {
  return (
    <BrowserRouter>
      <CatchBroken>
        <Suspense fallback={<Loading label="Loading" />}>
          <Pages />
        </Suspense>
      </CatchBroken>
    </BrowserRouter>
  );
}
