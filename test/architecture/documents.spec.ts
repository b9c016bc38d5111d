import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROJECT_FOLDER } from './source-files.js';

const read = (file: string): string => readFileSync(path.join(PROJECT_FOLDER, file), 'utf8');
const DOCUMENTS = globSync('{*.md,docs/**/*.md,src/**/*.md}', { cwd: PROJECT_FOLDER }).sort();

/** Links to files that are not there, each as `document -> link`; pictures are made from the running service. */
function brokenLinks(document: string, text: string): string[] {
  return [...text.matchAll(/(?<!!\[[^\]]*)\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !existsSync(path.join(PROJECT_FOLDER, path.dirname(document), link)))
    .map((link) => `${document} -> ${link}`);
}

/** Links to headings that are not there; a heading is named in lower case, with hyphens. */
function brokenHeadings(document: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)#\s]+\.md)?#([^)]+)\)/g)]
    .filter(([, file, heading]) => {
      const target = file === undefined ? text : read(path.join(path.dirname(document), file));
      const names = [...target.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/\s/g, '-'),
      );
      return !names.includes(heading ?? '');
    })
    .map(([, file, heading]) => `${document} -> ${file ?? ''}#${heading}`);
}

/** Variables that the configuration reads and operations.md does not tell. */
function untoldVariables(configuration: string, operations: string): string[] {
  const names = configuration.matchAll(
    /'((?:NODE_ENV|HOST|PORT|INIT_CWD|PUBLIC_URL)|(?:DATABASE|OIDC|SAMTILSYN)_[A-Z_]+)'/g,
  );
  return [...new Set([...names].map(([, name = '']) => name))].filter(
    (name) => !operations.includes(`| \`${name}\` |`),
  );
}

function untoldCommands(usages: readonly string[], readme: string): string[] {
  return usages.filter((usage) => {
    const told = usage.replace(' [--json]', '');
    return !readme.includes(`| \`${told}\` |`);
  });
}

describe('the documents', () => {
  const configuration = globSync('src/config/*.ts', { cwd: PROJECT_FOLDER })
    .filter((file) => !file.endsWith('.spec.ts'))
    .map(read)
    .join('\n');

  it('lead to files and headings that are there', () => {
    expect(DOCUMENTS).toContain('docs/adr/0001-nest-12-with-commonjs-output.md');
    expect(
      DOCUMENTS.flatMap((file) => [...brokenLinks(file, read(file)), ...brokenHeadings(file, read(file))]),
    ).toEqual([]);
  });

  it('tell every variable of the configuration', () => {
    expect(untoldVariables(configuration, read('docs/operations.md'))).toEqual([]);
  });

  it('tell every command as it is called', () => {
    const usages = globSync('src/cli/commands/*.command.ts', { cwd: PROJECT_FOLDER }).flatMap((file) =>
      [...read(file).matchAll(/^ {2}usage: '([^']+)'/gm)].map(([, usage = '']) => usage),
    );

    expect(usages).toContain('import <drop> [--json]');
    expect(untoldCommands(usages, read('README.md'))).toEqual([]);
  });

  it('are caught when they lead nowhere or leave something out', () => {
    expect(
      brokenLinks('docs/README.md', 'see [a](gone.md) and [b](glossary.md#top) and [c](https://gone.dk)'),
    ).toEqual(['docs/README.md -> gone.md']);
    expect(
      brokenHeadings('docs/README.md', '# Here it is\n[a](#here-it-is) [b](#there) [c](glossary.md#gone)'),
    ).toEqual(['docs/README.md -> #there', 'docs/README.md -> glossary.md#gone']);
    expect(untoldVariables("environment['PORT'], rate('SAMTILSYN_RATE', 1)", '| `PORT` | 3000 |')).toEqual([
      'SAMTILSYN_RATE',
    ]);
    expect(untoldCommands(['score [--json]', 'plan [--json]'], '| `score` | scores |')).toEqual([
      'plan [--json]',
    ]);
  });
});
