/** Whether a file of a workspace is a test, which can run together with those of the challenge. */
export const isTestFile = (path: string): boolean => /^tests\/.*\.test\.[jt]s$/.test(path);
