import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withSecretFiles } from './secret-files.js';

describe(withSecretFiles.name, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'samtilsyn-secrets-'));
  const file = path.join(folder, 'secret');
  writeFileSync(file, 's3cret \n');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes a secret from its file, without the line end that editors write', () => {
    const problems: string[] = [];

    const read = withSecretFiles({ SAMTILSYN_SESSION_SECRET_FILE: file, PORT: '1' }, problems);

    expect(read).toMatchObject({ SAMTILSYN_SESSION_SECRET: 's3cret', PORT: '1' });
    expect(problems).toEqual([]);
  });

  it('says which file cannot be read, and which secret is given twice, but no secret', () => {
    const problems: string[] = [];

    withSecretFiles(
      {
        DATABASE_URL: 'postgres://x:hush@h/d',
        DATABASE_URL_FILE: file,
        SAMTILSYN_AUDIT_KEY_FILE: '/no/such/file',
      },
      problems,
    );

    expect(problems).toEqual([
      'DATABASE_URL and DATABASE_URL_FILE are both set; give the secret once.',
      'SAMTILSYN_AUDIT_KEY_FILE names /no/such/file, which cannot be read: ENOENT.',
    ]);
  });

  it('reads no file for what is no secret', () => {
    expect(withSecretFiles({ PORT_FILE: file }, [])).not.toHaveProperty('PORT');
  });
});
