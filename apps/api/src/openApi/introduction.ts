import { tokenRequestsPerMinute } from '#http/rateLimits.ts';

/** What stands in front of the reference, Markdown. */
export const introduction = `
The API that the web app itself uses. Programs call it with a token:

    curl -H "Authorization: Bearer $ASSAY_TOKEN" https://assay.example/api/me

- **Tokens** are made by admins and authors under *API tokens*. A token acts for the member who made it: it may do what its
  scopes name, and never more than that member's role. It ends with its date, when it is revoked, or when the member leaves.
- **Scopes** are written at each operation. Where it says that a person is needed, no token is enough.
- **Bodies** are JSON, moments are ISO 8601 in UTC, ids are UUIDs.
- **Lists** come in pages: \`page\` counts from 1, \`total\` says how many rows there are in all.
- **Errors** have a \`code\` for programs and a \`message\` for people. Repeat a request that failed with 429 or 5xx after a while.
- **Inviting** is safe to repeat: with an \`id\` of your own, a request that is sent twice invites once.
- **Limits**: ${tokenRequestsPerMinute} requests a minute by one token.

\`examples/ats\` in the repository is a whole integration in one file.
`.trim();
