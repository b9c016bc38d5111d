import { BadConfiguration, readConfiguration } from './configuration.js';

const SECRET = 'x'.repeat(32);
const KEY = 'k'.repeat(32);
const PRODUCTION = { NODE_ENV: 'production', SAMTILSYN_SESSION_SECRET: SECRET };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration of the audit log', () => {
  it('needs nothing for a first start: the key and the checkpoints are kept in the data folder', () => {
    const { audit } = readConfiguration({ SAMTILSYN_DATA: '/srv/data' });

    expect(audit).toEqual({
      key: undefined,
      formerKeys: [],
      checkpointFile: '/srv/data/audit-checkpoints.ndjson',
    });
  });

  it('refuses production without a key', () => {
    expect(problemsOf(PRODUCTION)).toContainEqual(expect.stringContaining('SAMTILSYN_AUDIT_KEY is missing'));
    expect(problemsOf({ ...PRODUCTION, SAMTILSYN_AUDIT_KEY: KEY }).join()).not.toContain('SAMTILSYN_AUDIT');
  });

  it.each([
    ['SAMTILSYN_AUDIT_KEY', 'short', 'has 5 characters'],
    ['SAMTILSYN_AUDIT_KEY', `${KEY},${KEY}`, 'holds a comma'],
    ['SAMTILSYN_AUDIT_FORMER_KEYS', `${KEY},cut off`, 'fewer than 32 characters'],
  ])('refuses %s "%s"', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringContaining(problem)]);
  });

  it('reads the keys of older entries, and a file beside the caller for the checkpoints', () => {
    const { audit } = readConfiguration({
      INIT_CWD: '/home/operator',
      SAMTILSYN_DATA: '/srv/data',
      SAMTILSYN_AUDIT_KEY: KEY,
      SAMTILSYN_AUDIT_FORMER_KEYS: `${'a'.repeat(32)},${'b'.repeat(32)}`,
      SAMTILSYN_AUDIT_CHECKPOINTS: 'kept/checkpoints.ndjson',
    });

    expect(audit).toEqual({
      key: KEY,
      formerKeys: ['a'.repeat(32), 'b'.repeat(32)],
      checkpointFile: '/home/operator/kept/checkpoints.ndjson',
    });
  });
});
