import { ORPCError } from '@orpc/client';

/** A failed call in words for people: what happened, and whether trying again can help. */
export type Problem = {
  code: string;
  title: string;
  message: string;
  canRetry: boolean;
};

/** Puts whatever a call rejected with into words. The server's own messages are written for people and are kept. */
export function describeProblem(error: unknown): Problem {
  if (!(error instanceof ORPCError)) {
    return {
      code: 'UNREACHABLE',
      title: 'We cannot reach the server',
      message:
        'Your connection may be down, or the server is restarting. Nothing that was saved is lost.',
      canRetry: true,
    };
  }
  const code = String(error.code);
  const told = { code, message: error.message };
  switch (code) {
    case 'UNAUTHORIZED':
      return {
        code,
        title: 'You are signed out',
        message:
          'Your session has ended. What was saved is safe. Open your link again, or sign in.',
        canRetry: false,
      };
    case 'FORBIDDEN':
      return { ...told, title: 'Not open to your role', canRetry: false };
    case 'NOT_FOUND':
      return {
        code,
        title: 'There is nothing here for you',
        message: 'It may have been removed, or it belongs to somebody else. Check the address.',
        canRetry: false,
      };
    case 'TOO_MANY_REQUESTS':
      return { ...told, title: 'That was a little fast', canRetry: true };
    case 'DEADLINE_PASSED':
    case 'ATTEMPT_FINISHED':
      return { ...told, title: 'Your work was handed in', canRetry: false };
    default:
      return {
        ...told,
        title: 'That did not work',
        canRetry: error.status >= 500,
      };
  }
}
