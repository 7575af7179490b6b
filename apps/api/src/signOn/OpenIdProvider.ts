import * as oidc from 'openid-client';
import { z } from 'zod';
import type { SignOnSettings } from './signOnSettings.ts';

/** How long the provider may take for one answer, s. */
const answerSeconds = 10;

/** What a provider says of somebody, in what it signed or in what it answers for their token. */
const Claims = z.looseObject({
  sub: z.string().min(1).max(255),
  name: z.string().optional(),
  email: z.email().optional(),
  email_verified: z.boolean().optional(),
});
export type Claims = z.infer<typeof Claims>;

/** What one sign-on is held together by; each is random to everybody else. */
export type Exchange = { state: string; nonce: string; verifier: string };

/** The OpenID provider of this installation. Its discovery document is fetched when it is first needed. */
export class OpenIdProvider {
  readonly #settings: SignOnSettings;
  readonly #callbackUrl: string;
  #configuration: Promise<oidc.Configuration> | undefined;

  constructor(settings: SignOnSettings, callbackUrl: string) {
    this.#settings = settings;
    this.#callbackUrl = callbackUrl;
  }

  /** Where the browser goes to sign in. */
  async authorizationUrl({ state, nonce, verifier }: Exchange): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.#discover(), {
      redirect_uri: this.#callbackUrl,
      scope: this.#settings.scopes,
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Who the browser has come back as, its address being `search`. Throws where the answer is not to this exchange, or
   * the ID token is not signed by the provider, for us, now, and for this exchange.
   */
  async readAnswer(search: string, { state, nonce, verifier }: Exchange): Promise<Claims> {
    const configuration = await this.#discover();
    const tokens = await oidc.authorizationCodeGrant(
      configuration,
      new URL(search, this.#callbackUrl),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
    );
    const signed = Claims.parse(tokens.claims());
    if (signed.email !== undefined && signed.email_verified !== undefined) return signed;
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return signed;
    // Many providers leave most claims out of the ID token.
    const told = await oidc.fetchUserInfo(configuration, tokens.access_token, signed.sub);
    return Claims.parse({ ...signed, ...told });
  }

  /** Where the browser goes to end its session there, to come back to `returnTo`; `undefined` where that is not offered. */
  async endSessionUrl(returnTo: string): Promise<URL | undefined> {
    const configuration = await this.#discover();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo });
  }

  async #discover(): Promise<oidc.Configuration> {
    this.#configuration ??= this.#fetchConfiguration();
    try {
      return await this.#configuration;
    } catch (error) {
      this.#configuration = undefined;
      throw error;
    }
  }

  #fetchConfiguration(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const server = new URL(issuer);
    return oidc.discovery(server, clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      timeout: answerSeconds,
      execute: [
        // The signature of ID tokens is looked at, although they come from the provider itself.
        oidc.enableNonRepudiationChecks,
        ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    });
  }
}
