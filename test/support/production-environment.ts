const SECRET = 'x'.repeat(64);

/** What production needs to start. Nobody is behind the issuer, which is asked only when somebody signs in. */
export const PRODUCTION: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  SAMTILSYN_SESSION_SECRET: SECRET,
  SAMTILSYN_AUDIT_KEY: SECRET,
  PUBLIC_URL: 'https://samtilsyn.example',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'samtilsyn',
  OIDC_CLIENT_SECRET: SECRET,
  OIDC_AUDIENCE: 'https://samtilsyn.example',
};
