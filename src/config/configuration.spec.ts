import { BadConfiguration, readConfiguration } from './configuration.js';

const SECRET = 'x'.repeat(32);
const PRODUCTION = {
  NODE_ENV: 'production',
  SAMTILSYN_SESSION_SECRET: SECRET,
  SAMTILSYN_AUDIT_KEY: SECRET,
  PUBLIC_URL: 'https://samtilsyn.example',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_CLIENT_ID: 'samtilsyn',
  OIDC_CLIENT_SECRET: SECRET,
  OIDC_AUDIENCE: 'https://samtilsyn.example',
};

function without(name: string, environment: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([each]) => each !== name));
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.problems;
    throw error;
  }
  return [];
}

describe(readConfiguration.name, () => {
  it('needs nothing for a first start: embedded database, demo country, development sign-in', () => {
    const configuration = readConfiguration({});

    expect(configuration.database).toEqual({ kind: 'embedded' });
    expect(configuration.demoPlaces).toBe(300);
    expect(configuration.offersDevelopmentSignIn).toBe(true);
    expect(configuration.host).toBe('127.0.0.1');
  });

  it('offers no development sign-in and no demo country in production', () => {
    const configuration = readConfiguration(PRODUCTION);

    expect(configuration.offersDevelopmentSignIn).toBe(false);
    expect(configuration.demoPlaces).toBe(0);
  });

  it('refuses the development sign-in in production', () => {
    expect(problemsOf({ ...PRODUCTION, SAMTILSYN_DEVELOPMENT_SIGN_IN: 'on' })).toEqual([
      expect.stringContaining('anybody could sign in as anybody'),
    ]);
  });

  it('refuses production without a secret for sessions', () => {
    expect(problemsOf(without('SAMTILSYN_SESSION_SECRET', PRODUCTION))).toEqual([
      expect.stringContaining('SAMTILSYN_SESSION_SECRET is missing'),
    ]);
  });

  it('refuses production without an issuer to sign in at, naming all that is missing', () => {
    const secrets = { SAMTILSYN_SESSION_SECRET: SECRET, SAMTILSYN_AUDIT_KEY: SECRET };

    expect(problemsOf({ NODE_ENV: 'production', ...secrets })).toEqual([
      expect.stringContaining('PUBLIC_URL is missing'),
      expect.stringContaining('OIDC_ISSUER is missing'),
      expect.stringContaining('OIDC_CLIENT_ID is missing'),
      expect.stringContaining('OIDC_CLIENT_SECRET is missing'),
      expect.stringContaining('OIDC_AUDIENCE is missing'),
    ]);
  });

  it('offers no development sign-in beside an issuer', () => {
    const development = without('NODE_ENV', PRODUCTION);

    expect(readConfiguration(development).offersDevelopmentSignIn).toBe(false);
    expect(problemsOf({ ...development, SAMTILSYN_DEVELOPMENT_SIGN_IN: 'on' })).toEqual([
      expect.stringContaining('anybody could pass by the issuer'),
    ]);
  });

  it('names every problem at once, with the value', () => {
    const problems = problemsOf({
      PORT: 'abc',
      DATABASE_URL: 'mysql://x/y',
      SAMTILSYN_SESSION_SECRET: 'short',
    });

    expect(problems).toHaveLength(3);
    expect(problems.join(' ')).toContain('PORT is "abc"');
    expect(problems.join(' ')).toContain('DATABASE_URL is not an address');
    expect(problems.join(' ')).toContain('has 5 characters');
  });

  it('refuses a service that would own its own tables', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://a@h/d', DATABASE_OWNER_URL: 'postgres://a@h/d' })).toEqual([
      expect.stringContaining('same user'),
    ]);
  });

  it('reads a relative data folder from where the user called the command', () => {
    expect(readConfiguration({ INIT_CWD: '/tmp/here', SAMTILSYN_DATA: './d' }).dataFolder).toBe(
      '/tmp/here/d',
    );
  });
});
