import type { CandidateChallenge } from '@assay/contracts/http';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './Language.module.css';
import { LanguageControl } from './LanguageControl.tsx';

/** What a challenge will begin in, chosen before the clock runs. */
export function LobbyLanguage({ challenge }: { challenge: CandidateChallenge }) {
  const { attemptId = '' } = useParams();
  const queries = useQueryClient();
  const queryKey = api.candidate.getAttempt.queryKey({ input: { attemptId } });
  const choose = useMutation(
    api.candidate.chooseLanguage.mutationOptions({
      // What is on its way would say what was chosen before.
      onMutate: () => queries.cancelQueries({ queryKey }),
      onSuccess: (attempt) => queries.setQueryData(queryKey, attempt),
    }),
  );
  const asked = choose.isPending ? choose.variables.language : challenge.begunIn;
  return (
    <div className={classes.row}>
      <LanguageControl
        label={`Language of ${challenge.title}`}
        choices={challenge.languages}
        chosen={asked}
        disabled={choose.isPending}
        onChoose={({ language }) =>
          choose.mutate({ attemptId, challenge: challenge.slug, language })
        }
      />
      <span className={classes.note}>You can change it until you first submit.</span>
      {choose.isError ? <ProblemNotice order={3} error={choose.error} /> : null}
    </div>
  );
}
