/** The little of it that tests use; it has no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> };
  type Context = {
    oidc: {
      provider: { Grant: new (of: { clientId: string; accountId: string }) => Grant };
      client: { clientId: string };
      session: { accountId: string };
    };
  };

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: object[];
        jwks: { keys: object[] };
        cookies: { keys: string[] };
        claims: Record<string, string[]>;
        pkce: { required: () => boolean };
        findAccount: (
          context: unknown,
          sub: string,
        ) => { accountId: string; claims: () => Record<string, unknown> };
        loadExistingGrant: (context: Context) => Promise<Grant>;
      },
    );
    callback(): RequestListener;
  }
}
