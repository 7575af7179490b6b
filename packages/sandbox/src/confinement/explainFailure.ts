/** What is wrong and what to mend, for what bubblewrap says when it cannot start a runner. */
const explanations: [RegExp, string][] = [
  [
    /new namespace|uid map|RTM_NEWADDR|Operation not permitted|Failed to make \/ slave/i,
    'this system does not let unprivileged processes make user namespaces. Allow them (sysctl kernel.unprivileged_userns_clone=1, user.max_user_namespaces above 0; on Ubuntu an AppArmor profile for bwrap; in a container a seccomp profile that allows clone and unshare)',
  ],
  [
    /Unknown option/i,
    'this bubblewrap is too old. Install version 0.8 or later, or name it in ASSAY_BWRAP',
  ],
  [
    /Can't find source path|Permission denied|EACCES/i,
    'the user that runners run as cannot read the files of Assay. Put Assay into a folder that everybody may read, or run it as a user of its own instead of as root',
  ],
];

/** One line on why a runner did not start within namespaces, from what it and bubblewrap have said. */
export function explainFailure(output: string): string {
  const said = output.trim().split('\n', 1)[0] ?? '';
  const [, explanation] = explanations.find(([pattern]) => pattern.test(output)) ?? [];
  return explanation === undefined ? said : `${explanation} (${said})`;
}
