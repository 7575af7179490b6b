/** Why runners cannot be confined as wanted on this machine, and what to mend: one line for an operator. */
export class ProfileUnavailable extends Error {
  constructor(reason: string) {
    super(
      `Runners cannot be confined by the profile "namespaces": ${reason}. The weaker profile is taken with ASSAY_SANDBOX_PROFILE=process; docs/security/profiles.md says what it does not keep.`,
    );
    this.name = 'ProfileUnavailable';
    this.reason = reason;
  }

  readonly reason: string;
}
