import { readSignInSettings } from './sign-in-settings.js';

const ISSUER = {
  OIDC_ISSUER: 'https://issuer.example/realm',
  OIDC_CLIENT_ID: 'samtilsyn',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_AUDIENCE: 'https://samtilsyn.example/graphql',
};
const PUBLIC = { PUBLIC_URL: 'https://samtilsyn.example' };

function problemsOf(environment: Record<string, string>, isProduction: boolean): string[] {
  const problems: string[] = [];
  readSignInSettings(environment, isProduction, problems);
  return problems;
}

describe(readSignInSettings.name, () => {
  it('needs nothing on a developer machine', () => {
    expect(problemsOf({}, false)).toEqual([]);
    expect(readSignInSettings({}, false, [])).toEqual({
      publicUrl: undefined,
      issuer: undefined,
      idleMinutes: 30,
      longestMinutes: 480,
    });
  });

  it('reads the issuer', () => {
    const { publicUrl, issuer } = readSignInSettings({ ...ISSUER, ...PUBLIC }, true, []);

    expect(publicUrl).toBe('https://samtilsyn.example');
    expect(issuer).toEqual({
      url: 'https://issuer.example/realm',
      clientId: 'samtilsyn',
      clientSecret: 'secret',
      audience: 'https://samtilsyn.example/graphql',
      scope: 'openid',
    });
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE', 'PUBLIC_URL'])(
    'refuses production without %s, and an empty one',
    (name) => {
      const all = Object.entries({ ...ISSUER, ...PUBLIC });
      const rest = Object.fromEntries(all.filter(([each]) => each !== name));

      expect(problemsOf(rest, true)).toEqual([expect.stringContaining(`${name} is missing`)]);
      expect(problemsOf({ ...rest, [name]: '' }, true)).toEqual([
        expect.stringContaining(`${name} is missing`),
      ]);
    },
  );

  it('refuses half an issuer anywhere', () => {
    expect(problemsOf({ OIDC_ISSUER: 'https://issuer.example' }, false)).toHaveLength(3);
  });

  it.each([
    'http://issuer.example',
    'issuer.example',
    'https://issuer.example?x=1',
    'https://issuer.example#x',
    'https://user@issuer.example',
    'javascript:alert(1)',
  ])('refuses the issuer %s', (url) => {
    expect(problemsOf({ ...ISSUER, ...PUBLIC, OIDC_ISSUER: url }, true)).toEqual([
      expect.stringContaining(`OIDC_ISSUER is "${url}"`),
    ]);
  });

  it.each(['http://samtilsyn.example', 'samtilsyn.example', 'https://samtilsyn.example/path'])(
    'refuses to be reached at %s',
    (url) => {
      expect(problemsOf({ ...ISSUER, PUBLIC_URL: url }, true)).toEqual([
        expect.stringContaining(`PUBLIC_URL is "${url}"`),
      ]);
    },
  );

  it('takes http on the machine itself', () => {
    const environment = {
      ...ISSUER,
      OIDC_ISSUER: 'http://127.0.0.1:4000',
      PUBLIC_URL: 'http://localhost:3000/',
    };

    expect(problemsOf(environment, true)).toEqual([]);
    expect(readSignInSettings(environment, true, []).publicUrl).toBe('http://localhost:3000');
  });

  it('refuses a scope by which no identity would come back', () => {
    expect(problemsOf({ ...ISSUER, ...PUBLIC, OIDC_SCOPE: 'profile openidx' }, true)).toEqual([
      expect.stringContaining('must hold the word openid'),
    ]);
  });

  it('refuses sessions without end', () => {
    expect(problemsOf({ SAMTILSYN_SESSION_IDLE_MINUTES: '0' }, false)).toHaveLength(1);
    expect(problemsOf({ SAMTILSYN_SESSION_LONGEST_MINUTES: '1441' }, false)).toHaveLength(1);
  });
});
