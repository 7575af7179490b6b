import type { LanguageChoice } from '@assay/contracts/challenge';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { describeProblem } from '#app/describeProblem.ts';
import { describeSaveState } from '#features/attempt/workspace/describeSaveState.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import classes from './Language.module.css';
import { LanguageControl } from './LanguageControl.tsx';

/** What a workspace is written in, to be changed until the first submission. The files of each language are kept. */
export function WorkspaceLanguage({
  workspace,
  choices,
  chosen,
  settled,
  readOnly,
  onChosen,
}: {
  workspace: AttemptWorkspace;
  choices: readonly LanguageChoice[];
  chosen: LanguageChoice;
  /** Whether it has been submitted. */
  settled: boolean;
  readOnly: boolean;
  onChosen: (choice: LanguageChoice) => void;
}) {
  const choose = useMutation({
    mutationFn: async ({ language }: LanguageChoice) => {
      // What was typed last must not arrive after the other files.
      const state = await workspace.provider.whenSettled();
      if (state.kind !== 'saved') return describeSaveState(state).detail;
      await workspace.services.chooseLanguage(language);
      return undefined;
    },
    onSuccess: (unsaved, choice) => {
      if (unsaved === undefined) onChosen(choice);
      else refused(`${unsaved} Try again once it says Saved.`);
    },
    onError: (error) => refused(describeProblem(error).message),
  });
  return (
    <div className={classes.brief}>
      <LanguageControl
        label="Language of this challenge"
        choices={choices}
        chosen={choose.isPending ? choose.variables.language : chosen.language}
        disabled={settled || readOnly || choose.isPending}
        onChoose={(choice) => choose.mutate(choice)}
      />
      <span className={classes.note}>
        {settled
          ? 'You have submitted, so the language stays.'
          : 'Until you first submit. The files of each are kept.'}
      </span>
    </div>
  );
}

function refused(message: string): void {
  notifications.show({ id: 'language', title: 'The language is as it was', message, color: 'red' });
}
