import { api } from '#app/api.ts';

/** The files of a version, which never change under its hash. */
export function versionQuery(slug: string, hash: string) {
  return api.author.getVersion.queryOptions({
    input: { slug, hash },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
