import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, visit } from 'graphql';
import ts from 'typescript';
import { foreignLetters, forbiddenWords, lostCodeNames } from './check-names.js';
import { parseGlossary, readGlossary } from './glossary-table.js';
import { identifiersIn, wordsOf, type FoundName } from './identifiers.js';
import { PROJECT_FOLDER, sourceFiles } from './source-files.js';
import { syntaxTree, walk } from './syntax-tree.js';

const GLOSSARY = readGlossary();
const FILES = sourceFiles('src', 'migrations');
const IDENTIFIERS = identifiersIn(FILES);
const HEADER = `| Danish term | authority / law | code name | kind | definition | do not write |
|---|---|---|---|---|---|
`;
const planted = (text: string): FoundName[] => identifiersIn(new Map([['src/a.ts', text]]));

describe('the names in the code', () => {
  it('are there to be looked at', () => {
    expect(IDENTIFIERS.length).toBeGreaterThan(10_000);
    expect(GLOSSARY.length).toBeGreaterThan(40);
  });

  it('are ASCII', () => {
    expect(foreignLetters(IDENTIFIERS)).toEqual([]);
  });

  it.each([
    ['const påbud = 1;', 'påbud'],
    ['interface Ærinde {}', 'Ærinde'],
    ['const words = { å: 1 };', 'å'],
    ['class A { #kø = 1; }', '#kø'],
    ['enum Form { Skærpet }', 'Skærpet'],
    ['function f({ prøve }: A): void {}', 'prøve'],
  ])('are missed when they are not: %s', (text, name) => {
    expect(foreignLetters(planted(text))).toEqual([`src/a.ts:1 "${name}" has letters outside ASCII`]);
  });

  it('may be spelled in Danish letters where they are data or said to people', () => {
    const text = `const a = 'påbud'; const b = { 'å': \`ø\${a}\` }; // påbud`;

    expect(foreignLetters(planted(text))).toEqual([]);
  });

  it('avoid the words that the glossary says not to write', () => {
    expect(forbiddenWords(IDENTIFIERS, GLOSSARY)).toEqual([]);
  });

  it.each([
    ['const siteId = 1;', 'siteId', 'site', 'sted (hvor mennesker bor)'],
    ['type CompanyId = string;', 'CompanyId', 'company id', 'CVR-nummer'],
    ['const company_id = 1;', 'company_id', 'company id', 'CVR-nummer'],
    ['const COMMON_VISIT = 1;', 'COMMON_VISIT', 'common visit', 'fællestilsyn, koordineret tilsyn'],
    [
      'class HTTPComplaint {}',
      'HTTPComplaint',
      'complaint',
      'bekymringshenvendelse, whistleblowerhenvendelse',
    ],
    ['const a = { sharpenedInspection: 1 };', 'sharpenedInspection', 'sharpened', 'påbud, forbud'],
  ])('are missed when they do not: %s', (text, name, phrase, term) => {
    const found = forbiddenWords(planted(text), GLOSSARY);

    expect(found).toContainEqual(expect.stringContaining(`"${name}" says "${phrase}"; see "${term}`));
  });

  it('may contain such a word only as part of another one', () => {
    expect(forbiddenWords(planted('const opposite = websites;'), GLOSSARY)).toEqual([]);
  });
});

describe('the names in the GraphQL schema', () => {
  const namesIn = (text: string): FoundName[] => {
    const names: FoundName[] = [];
    visit(parse(text), {
      Name: ({ value }) => void names.push({ name: value, place: 'docs/schema.gql' }),
    });
    return names;
  };

  it('follow the same rules', () => {
    const names = namesIn(readFileSync(path.join(PROJECT_FOLDER, 'docs/schema.gql'), 'utf8'));

    expect(names.length).toBeGreaterThan(200);
    expect(forbiddenWords(names, GLOSSARY)).toEqual([]);
  });

  it('are missed when they do not', () => {
    expect(forbiddenWords(namesIn('type Site { id: ID }'), GLOSSARY)).toHaveLength(1);
  });
});

describe('the glossary', () => {
  it('names only what the code knows', () => {
    const texts = new Set(IDENTIFIERS.map(({ name }) => name));
    for (const [file, text] of FILES) {
      walk(syntaxTree(file, text), (node) => void (ts.isStringLiteral(node) && texts.add(node.text)));
    }

    expect(lostCodeNames(texts, GLOSSARY)).toEqual([]);
  });

  it('is missed when it names what the code has lost', () => {
    const [entry] = parseGlossary(`${HEADER}| sted | ours | \`Facility\`, \`LostName\` | ours | . | |`);

    expect(lostCodeNames(new Set(['FacilitiesService', 'facilityOf']), [entry!])).toEqual(['LostName']);
  });

  it('is refused with other columns or a short row', () => {
    expect(() => parseGlossary('| a | b |\n|---|---|\n')).toThrow('needs the columns');
    expect(() => parseGlossary(`${HEADER}| sted | ours |`)).toThrow('needs 6 cells');
  });
});

describe(wordsOf.name, () => {
  it.each([
    ['jointVisitPlan', ['joint', 'visit', 'plan']],
    ['JOINT_VISIT_2026', ['joint', 'visit', '2026']],
    ['readSORCode', ['read', 'sor', 'code']],
    ['sted_id', ['sted', 'id']],
  ])('splits %s', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});
