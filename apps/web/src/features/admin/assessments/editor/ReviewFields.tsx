import type { AssessmentDraft } from '@assay/contracts/http';
import { NativeSelect, Stack, Switch } from '@mantine/core';
import cards from '#app/Cards.module.css';
import { WholeNumberInput } from '#app/WholeNumberInput.tsx';
import type { FieldProps } from '#features/admin/fieldProps.ts';

const feedback = [
  {
    name: 'behaviours',
    label: 'Which behaviours hold',
    description:
      'As soon as the work is judged: tests that may be named by title, others by number.',
  },
  {
    name: 'comments',
    label: 'Comments on the criteria',
    description: 'Once a reviewer releases them.',
  },
  {
    name: 'writeUp',
    label: 'The reference and its explanation',
    description: 'With the comments. Keep it back while others are asked the same.',
  },
] as const;

/** Who reviews, what candidates get back, and how long their work is kept. */
export function ReviewFields({ draft, disabled, problems, onChange }: FieldProps<AssessmentDraft>) {
  const { review } = draft;
  return (
    <>
      <section className={cards.card} aria-labelledby="review">
        <h2 id="review">Review</h2>
        <p className={cards.lead}>
          Reviewers score on their own: none sees the others’ scores before theirs are in.
        </p>
        <Stack gap={12}>
          <WholeNumberInput
            w={220}
            label="Reviewers of each attempt"
            min={1}
            max={4}
            disabled={disabled}
            value={review.reviewers}
            fallback={1}
            onChange={(value) => onChange({ review: { ...review, reviewers: value } })}
          />
          {review.reviewers < 2 ? null : (
            <NativeSelect
              maw={360}
              label="One more is called"
              disabled={disabled}
              data={[1, 2, 3, 4].map((points) => ({
                value: String(points),
                label: `when scores of a criterion differ by ${points} ${points === 1 ? 'point' : 'points'}`,
              }))}
              value={String(review.furtherAt)}
              onChange={(event) =>
                onChange({ review: { ...review, furtherAt: Number(event.currentTarget.value) } })
              }
            />
          )}
        </Stack>
      </section>
      <section className={cards.card} aria-labelledby="feedback">
        <h2 id="feedback">What candidates get back</h2>
        <Stack gap={14} mt={8}>
          {feedback.map(({ name, label, description }) => (
            <Switch
              key={name}
              label={label}
              description={description}
              disabled={disabled}
              checked={draft.feedback[name]}
              onChange={(event) =>
                onChange({ feedback: { ...draft.feedback, [name]: event.currentTarget.checked } })
              }
            />
          ))}
          <WholeNumberInput
            styles={{ wrapper: { width: 220 } }}
            label="Work is kept for"
            description="After the attempt’s end. Person and work are erased then; scores stay, as numbers of nobody."
            suffix={draft.retentionDays === 1 ? ' day' : ' days'}
            min={1}
            max={3_650}
            disabled={disabled}
            value={draft.retentionDays}
            error={problems.get('retentionDays')}
            fallback={180}
            onChange={(value) => onChange({ retentionDays: value })}
          />
        </Stack>
      </section>
    </>
  );
}
