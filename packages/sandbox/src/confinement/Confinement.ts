/** How runners are kept from the machine; `docs/security/profiles.md` says what each profile promises. */
export type Confinement = { profile: 'process' } | Namespaces;

/** What profile `namespaces` works with on this machine. */
export type Namespaces = {
  profile: 'namespaces';
  /** Bubblewrap, which makes the namespaces, and util-linux's prlimit, which sets limits within them. */
  bwrap: string;
  prlimit: string;
  /** Node, prlimit and their shared libraries: all of the system that a runner sees. */
  systemFiles: string[];
  /** Whom runners run as where we are root; otherwise they run as we do. */
  uid: number | undefined;
};
