import type { LiveOrigin } from '@assay/contracts/http';

/** What a session's workspace began as, in a few words. */
export function describeOrigin(origin: LiveOrigin): string {
  switch (origin.kind) {
    case 'blank':
      return 'Blank';
    case 'challenge':
      return origin.title;
    case 'submission':
      return `${origin.title}, as handed in`;
  }
}
