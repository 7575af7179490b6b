import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { describeProblem } from './describeProblem.ts';
import { Notice } from './Notice.tsx';

/** A failed call in the place where its answer would have been. */
export function ProblemNotice({
  error,
  onRetry,
  order = 2,
}: {
  error: unknown;
  onRetry?: () => void;
  order?: 1 | 2 | 3;
}) {
  const problem = describeProblem(error);
  const Icon = problem.code === 'UNREACHABLE' ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <div role="alert">
      <Notice
        order={order}
        icon={<Icon size={20} stroke={1.6} />}
        title={problem.title}
        actions={problem.canRetry && onRetry ? [{ label: 'Try again', onClick: onRetry }] : []}
      >
        {problem.message}
      </Notice>
    </div>
  );
}
