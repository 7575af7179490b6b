import { Suspense } from 'react';
import { BrowserRouter, useRoutes } from 'react-router';
import { OpenInvitationPage } from '#features/attempt/invitation/OpenInvitationPage.tsx';
import { CatchBroken } from './CatchBroken.tsx';
import { lazyRoutes } from './lazyRoutes.tsx';
import { Loading } from './Loading.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

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
      {
        path: '/live/:sessionId/pad',
        lazy: async () => ({
          Component: (await import('#features/live/session/StaffPadPage.tsx')).StaffPadPage,
        }),
      },
      {
        path: '/sign-in',
        lazy: async () => ({
          Component: (await import('#features/session/SignInPage.tsx')).SignInPage,
        }),
      },
      {
        path: '/sign-in/:token',
        lazy: async () => ({
          Component: (await import('#features/session/OneTimeLinkPage.tsx')).OneTimeLinkPage,
        }),
      },
      {
        lazy: async () => ({
          Component: (await import('#features/session/StaffLayout.tsx')).StaffLayout,
        }),
        children: [
          {
            index: true,
            lazy: async () => ({
              Component: (await import('#features/session/HomeRedirect.tsx')).HomeRedirect,
            }),
          },
          {
            path: '/review',
            lazy: async () => ({
              Component: (await import('#features/review/inbox/InboxPage.tsx')).InboxPage,
            }),
          },
          {
            path: '/review/:attemptId',
            lazy: async () => ({
              Component: (await import('#features/review/desk/DeskPage.tsx')).DeskPage,
            }),
          },
          {
            path: '/live',
            lazy: async () => ({
              Component: (await import('#features/live/list/SessionsPage.tsx')).SessionsPage,
            }),
          },
          {
            path: '/live/:sessionId',
            lazy: async () => ({
              Component: (await import('#features/live/list/SessionPage.tsx')).SessionPage,
            }),
          },
          {
            path: '/challenges',
            lazy: async () => ({
              Component: (await import('#features/author/list/ChallengesPage.tsx')).ChallengesPage,
            }),
          },
          {
            path: '/challenges/:slug',
            lazy: async () => ({
              Component: (await import('#features/author/bench/BenchPage.tsx')).BenchPage,
            }),
          },
          {
            path: '/challenges/:slug/history',
            lazy: async () => ({
              Component: (await import('#features/author/history/HistoryPage.tsx')).HistoryPage,
            }),
          },
          {
            path: '/admin/invitations',
            lazy: async () => ({
              Component: (await import('#features/admin/invitations/InvitationsPage.tsx'))
                .InvitationsPage,
            }),
          },
          {
            path: '/admin/questions',
            lazy: async () => ({
              Component: (await import('#features/admin/questions/QuestionsPage.tsx'))
                .QuestionsPage,
            }),
          },
          {
            path: '/admin/erasures',
            lazy: async () => ({
              Component: (await import('#features/admin/erasures/ErasuresPage.tsx')).ErasuresPage,
            }),
          },
          {
            path: '/admin/members',
            lazy: async () => ({
              Component: (await import('#features/admin/members/MembersPage.tsx')).MembersPage,
            }),
          },
          {
            path: '/theme',
            lazy: async () => ({
              Component: (await import('#features/theme/ThemePage.tsx')).ThemePage,
            }),
          },
          {
            path: '/theme/live',
            lazy: async () => ({
              Component: (await import('#features/live/playground/LivePartsPage.tsx'))
                .LivePartsPage,
            }),
          },
        ],
      },
      { path: '*', Component: NotFoundPage },
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
