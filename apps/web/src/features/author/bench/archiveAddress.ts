/** Where a version is downloaded as an archive. */
export function archiveAddress(slug: string, hash: string): string {
  return `/api/author/challenges/${slug}/versions/${hash}/archive`;
}
