import type { ReviewedAttempt } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from './FeedbackPanel.module.css';
import { ReleaseDialog } from './ReleaseDialog.tsx';

/** What the candidate has been told, and the way to tell them: below a review that is submitted. */
export function FeedbackPanel({ attempt }: { attempt: ReviewedAttempt }) {
  const [releasing, setReleasing] = useState(false);
  const { feedback, feedbackPolicy: policy, review } = attempt;
  if (review?.state !== 'submitted' || attempt.erasedAt !== undefined) return null;
  if (!policy.comments && !policy.writeUp) {
    return <p className={classes.panel}>This assessment gives its candidates no comments.</p>;
  }
  if (attempt.state !== 'graded') {
    return (
      <p className={classes.panel}>
        Feedback can be released once all {attempt.reviews.wanted} reviews are in.
      </p>
    );
  }
  return (
    <div className={classes.panel}>
      <p>
        {feedback === undefined
          ? 'The candidate has read nothing of this. Your scores and notes stay with you.'
          : `Feedback was released on ${new Date(feedback.releasedAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}.`}
      </p>
      <Button fullWidth variant="default" onClick={() => setReleasing(true)}>
        {feedback === undefined ? 'Release feedback' : 'Change what is released'}
      </Button>
      {releasing ? (
        <ReleaseDialog attempt={attempt} review={review} onClose={() => setReleasing(false)} />
      ) : null}
    </div>
  );
}
