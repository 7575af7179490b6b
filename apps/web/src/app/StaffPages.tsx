import { useRoutes } from 'react-router';
import { lazyRoutes } from './lazyRoutes.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { addStaffRoutes } from './staffRoutes.ts';

addStaffRoutes();

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
        path: '/review/:attemptId/reviews',
        lazy: async () => ({
          Component: (await import('#features/review/grading/GradingPage.tsx')).GradingPage,
        }),
      },
      {
        path: '/compare',
        lazy: async () => ({
          Component: (await import('#features/compare/ComparePage.tsx')).ComparePage,
        }),
      },
      {
        path: '/review/:attemptId/report',
        lazy: async () => ({
          Component: (await import('#features/report/ReportPage.tsx')).ReportPage,
        }),
      },
      {
        path: '/review/:attemptId/replay',
        lazy: async () => ({
          Component: (await import('#features/review/replay/AttemptReplayPage.tsx'))
            .AttemptReplayPage,
        }),
      },
      {
        path: '/review/:attemptId/similar/:leftId/:rightId',
        lazy: async () => ({
          Component: (await import('#features/review/similarity/PairPage.tsx')).PairPage,
        }),
      },
      {
        path: '/similarity/:challenge',
        lazy: async () => ({
          Component: (await import('#features/review/similarity/ChallengePairsPage.tsx'))
            .ChallengePairsPage,
        }),
      },
      {
        path: '/candidates/:candidateId',
        lazy: async () => ({
          Component: (await import('#features/candidate/CandidatePage.tsx')).CandidatePage,
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
        path: '/live/:sessionId/replay',
        lazy: async () => ({
          Component: (await import('#features/live/replay/SessionReplayPage.tsx'))
            .SessionReplayPage,
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
        path: '/challenges/:slug/measured',
        lazy: async () => ({
          Component: (await import('#features/author/measured/MeasuredPage.tsx')).MeasuredPage,
        }),
      },
      {
        path: '/admin/assessments',
        lazy: async () => ({
          Component: (await import('#features/admin/assessments/AssessmentsPage.tsx'))
            .AssessmentsPage,
        }),
      },
      {
        path: '/admin/assessments/new',
        lazy: async () => ({
          Component: (await import('#features/admin/assessments/NewAssessmentPage.tsx'))
            .NewAssessmentPage,
        }),
      },
      {
        path: '/admin/assessments/:assessmentId',
        lazy: async () => ({
          Component: (await import('#features/admin/assessments/AssessmentPage.tsx'))
            .AssessmentPage,
        }),
      },
      {
        path: '/admin/roles',
        lazy: async () => ({
          Component: (await import('#features/admin/roles/RolesPage.tsx')).RolesPage,
        }),
      },
      {
        path: '/admin/roles/:roleId',
        lazy: async () => ({
          Component: (await import('#features/admin/roles/RolePage.tsx')).RolePage,
        }),
      },
      {
        path: '/admin/candidates',
        lazy: async () => ({
          Component: (await import('#features/admin/candidates/CandidatesPage.tsx')).CandidatesPage,
        }),
      },
      {
        path: '/admin/candidates/invite',
        lazy: async () => ({
          Component: (await import('#features/admin/invitations/list/InviteListPage.tsx'))
            .InviteListPage,
        }),
      },
      {
        path: '/admin/fairness',
        lazy: async () => ({
          Component: (await import('#features/admin/fairness/FairnessPage.tsx')).FairnessPage,
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
        path: '/admin/audit',
        lazy: async () => ({
          Component: (await import('#features/admin/audit/AuditPage.tsx')).AuditPage,
        }),
      },
      {
        path: '/admin/webhooks',
        lazy: async () => ({
          Component: (await import('#features/admin/webhooks/WebhooksPage.tsx')).WebhooksPage,
        }),
      },
      {
        path: '/admin/webhooks/:webhookId',
        lazy: async () => ({
          Component: (await import('#features/admin/webhooks/WebhookPage.tsx')).WebhookPage,
        }),
      },
      {
        path: '/admin/tokens',
        lazy: async () => ({
          Component: (await import('#features/admin/tokens/TokensPage.tsx')).TokensPage,
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
    path: '/api/docs',
    lazy: async () => ({
      Component: (await import('#features/apiDocs/ApiDocsPage.tsx')).ApiDocsPage,
    }),
  },
  { path: '*', Component: NotFoundPage },
]);

export function StaffPages() {
  return useRoutes(routes);
}
