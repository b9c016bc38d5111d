import { readHttpSettings } from './http-settings.js';

function read(environment: Record<string, string>): {
  settings: ReturnType<typeof readHttpSettings>;
  problems: string[];
} {
  const problems: string[] = [];
  return { settings: readHttpSettings(environment, (file) => `/caller/${file}`, problems), problems };
}

describe(readHttpSettings.name, () => {
  it('limits rates, trusts no proxy and answers every question unless told otherwise', () => {
    expect(read({})).toEqual({
      settings: {
        ratePerIdentity: 20,
        ratePerAddress: 10,
        signInRate: 2,
        trustedProxies: [],
        safelistFile: undefined,
      },
      problems: [],
    });
  });

  it('reads addresses, networks and names of proxies', () => {
    const { settings, problems } = read({
      SAMTILSYN_TRUSTED_PROXIES: 'loopback, 10.1.2.3,10.0.0.0/8, fd00::/8',
    });

    expect(settings.trustedProxies).toEqual(['loopback', '10.1.2.3', '10.0.0.0/8', 'fd00::/8']);
    expect(problems).toEqual([]);
  });

  it.each(['true', '10.0.0.0/33', 'proxy.example', '1'])('refuses "%s" as a proxy', (proxy) => {
    expect(read({ SAMTILSYN_TRUSTED_PROXIES: proxy }).problems).toEqual([
      expect.stringContaining(`"${proxy}"`),
    ]);
  });

  it('finds the list of allowed questions from where the user stands', () => {
    expect(read({ SAMTILSYN_SAFELIST: 'questions.json' }).settings.safelistFile).toBe(
      '/caller/questions.json',
    );
  });

  it('refuses a rate that would stop everything', () => {
    expect(read({ SAMTILSYN_RATE_PER_IDENTITY: '0' }).problems).toEqual([
      'SAMTILSYN_RATE_PER_IDENTITY is "0", but must be a whole number from 1 to 1000000.',
    ]);
  });
});
