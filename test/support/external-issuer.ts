import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Provider } from 'oidc-provider';
import { newSigningKey } from '../../src/access/development/new-signing-key.js';
import { providerOf } from '../../src/access/development/provider-of.js';
import type { Claims } from '../../src/access/grants/claims.js';
import { ANSWER_PATH, ISSUER_SIGNED_OUT_PATH, SIGNED_OUT_PATH } from '../../src/access/sign-in/paths.js';

const SECRET = 'a secret of issuer and service';
const AUDIENCE = 'https://samtilsyn.example/graphql';
const WHO = '/who/';

/** A whole issuer on a port of its own, as far from the service as any other; it signs in whoever is named. */
export class ExternalIssuer {
  /** Whom the next sign-in is about; undefined: they press "cancel". */
  person: string | undefined = 'anna';
  readonly claims = new Map<string, Claims>();
  /** How often each path was asked for. */
  readonly asked = new Map<string, number>();
  private provider!: Provider;
  private key = newSigningKey();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ExternalIssuer> {
    ignoreWarningsOfProvider();
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const issuer = new ExternalIssuer(server);
    server.on('request', (request, response) => void issuer.answer(request, response));
    return issuer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** For the service that shall use it. */
  get environment(): Readonly<Record<string, string>> {
    return {
      OIDC_ISSUER: this.url,
      OIDC_CLIENT_ID: 'samtilsyn',
      OIDC_CLIENT_SECRET: SECRET,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_SCOPE: 'openid samtilsyn',
    };
  }

  /** Tells the issuer where the service is. */
  async serve(origin: string): Promise<void> {
    this.provider = await providerOf({
      issuer: this.url,
      audience: AUDIENCE,
      keys: [this.key],
      clients: [
        {
          client_id: 'samtilsyn',
          client_secret: SECRET,
          redirect_uris: [origin + ANSWER_PATH],
          post_logout_redirect_uris: [origin + SIGNED_OUT_PATH],
          backchannel_logout_uri: origin + ISSUER_SIGNED_OUT_PATH,
          backchannel_logout_session_required: true,
        },
        {
          client_id: 'machine',
          client_secret: SECRET,
          grant_types: ['client_credentials'],
          redirect_uris: [],
          response_types: [],
        },
      ],
      claimsOfPerson: (subject) => Promise.resolve(this.claims.get(subject)),
      claimsOfMachine: (clientId) => Promise.resolve(this.claims.get(clientId) ?? {}),
      interactionPath: (uid) => WHO + uid,
      askToSignOut: (context, form) => {
        context.body = form.replace('</form>', '<button name="logout" value="yes">Sign out</button></form>');
      },
    });
  }

  /** Signs with another key from now on; the old one is not published any more. */
  async rotateKey(origin: string): Promise<void> {
    this.key = newSigningKey();
    await this.serve(origin);
  }

  /** A token for the API, as the issuer makes them but for the changes. */
  async accessToken(claims: JWTPayload, header: { typ?: string; kid?: string } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = { iss: this.url, aud: AUDIENCE, iat: now, exp: now + 600, jti: 'x', client_id: 'program' };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: this.key.kid!, ...header })
      .sign(await importJWK(this.key as JWK, 'ES256'));
  }

  /** A machine asks the token endpoint for a token. */
  async machineToken(): Promise<string> {
    const answer = await fetch(`${this.url}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`machine:${encodeURIComponent(SECRET)}`).toString('base64')}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const said = (await answer.json()) as { access_token?: string };
    if (!said.access_token) throw new Error(`The issuer gave no token: ${JSON.stringify(said)}`);
    return said.access_token;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!;
    this.asked.set(path, (this.asked.get(path) ?? 0) + 1);
    if (!path.startsWith(WHO)) return void (await this.provider.callback()(request, response));
    const result =
      this.person === undefined
        ? { error: 'access_denied', error_description: 'They pressed "cancel".' }
        : { login: { accountId: this.person } };
    await this.provider.interactionFinished(request, response, result);
  }
}

// It warns of calls to this machine, which is where everything is in a spec.
function ignoreWarningsOfProvider(): void {
  const { warn } = console;
  jest.spyOn(console, 'warn').mockImplementation((...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider')) warn(...words);
  });
}
