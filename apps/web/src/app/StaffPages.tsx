import { useRoutes } from 'react-router';
import { lazyRoutes } from './lazyRoutes.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** The addresses of the staff's side, and what is said at one that does not exist. */
const routes = lazyRoutes([
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
          Component: (await import('#features/admin/questions/QuestionsPage.tsx')).QuestionsPage,
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
          Component: (await import('#features/live/playground/LivePartsPage.tsx')).LivePartsPage,
        }),
      },
    ],
  },
  { path: '*', Component: NotFoundPage },
]);

export function StaffPages() {
  return useRoutes(routes);
}
