import { forbiddenImports, importsOfLaterModules, moduleCycles } from './check-imports.js';
import { bannedUses } from './check-uses.js';
import { sourceFiles, type SourceFiles } from './source-files.js';

const FILES = sourceFiles('src');
const file = (path: string, text: string): SourceFiles => new Map([[path, text]]);

describe('who may import whom', () => {
  it('has files to look at', () => {
    expect(FILES.size).toBeGreaterThan(100);
    expect(FILES.has('src/domain/shared/day.ts')).toBe(true);
  });

  it('is kept by every file', () => {
    expect(forbiddenImports(FILES)).toEqual([]);
  });

  it.each([
    ['domain -> registers', 'src/domain/facility/a.ts', `import '../../registers/csv-line.js';`],
    ['domain -> a feature', 'src/domain/risk/a.ts', `import type { B } from '../../risk/risk.service.js';`],
    ['domain -> Nest', 'src/domain/risk/a.ts', `import { Injectable } from '@nestjs/common';`],
    ['domain -> TypeORM', 'src/domain/risk/a.ts', `import { Entity } from 'typeorm';`],
    ['domain -> GraphQL', 'src/domain/planning/a.ts', `import { graphql } from 'graphql';`],
    ['domain -> Node', 'src/domain/planning/a.ts', `import { readFileSync } from 'node:fs';`],
    ['domain -> ml-regression elsewhere', 'src/domain/risk/a.ts', `import 'ml-regression';`],
    ['domain/shared -> facility', 'src/domain/shared/a.ts', `import '../facility/source-record.js';`],
    [
      'domain/facility -> inspection',
      'src/domain/facility/a.ts',
      `import '../inspection/register-facts.js';`,
    ],
    ['domain/inspection -> risk', 'src/domain/inspection/a.ts', `import '../risk/risk-score.js';`],
    ['domain/risk -> planning', 'src/domain/risk/model/a.ts', `import '../../planning/plan.js';`],
    ['domain/planning -> inspection', 'src/domain/planning/a.ts', `import '../inspection/register-file.js';`],
    ['domain/documentation -> risk', 'src/domain/documentation/a.ts', `import '../risk/risk-score.js';`],
    ['one register -> another', 'src/registers/stps/a.ts', `import '../socialtilsynet/reaktion.js';`],
    ['shared CSV -> a register', 'src/registers/csv-a.ts', `import './stps/stps.files.js';`],
    ['register -> feature', 'src/registers/stps/a.ts', `import '../../deliveries/deliveries.service.js';`],
    ['register -> TypeORM', 'src/registers/stps/a.ts', `import 'typeorm';`],
    ['register -> file system', 'src/registers/stps/a.ts', `import 'node:fs';`],
    ['config -> database', 'src/config/a.ts', `import '../database/transactions.js';`],
    ['database -> access', 'src/database/a.ts', `import '../access/sessions.js';`],
    ['access -> graphql', 'src/access/a.ts', `import '../graphql/request-context.js';`],
    ['access -> TypeORM', 'src/access/a.ts', `import { DataSource } from 'typeorm';`],
    ['shared edge -> feature', 'src/graphql/a.ts', `import '../risk/risk.service.js';`],
    ['service -> TypeORM', 'src/risk/a.service.ts', `import { DataSource } from 'typeorm';`],
    ['service -> GraphQL', 'src/risk/a.service.ts', `import { Field } from '@nestjs/graphql';`],
    ['service -> own graphql', 'src/risk/a.service.ts', `import './graphql/risk.resolver.js';`],
    ['service -> own persistence', 'src/risk/a.service.ts', `import './persistence/read-histories.js';`],
    ['service -> shared edge', 'src/risk/a.service.ts', `import '../graphql/pagination.js';`],
    ['service -> the connection', 'src/risk/a.service.ts', `import '../database/open-database.js';`],
    ['port -> TypeORM', 'src/risk/risk.repository.ts', `import type { EntityManager } from 'typeorm';`],
    ['job -> own persistence', 'src/risk/jobs/a.job.ts', `import '../persistence/read-histories.js';`],
    ['service -> other port', 'src/risk/a.ts', `import '../facilities/facilities.repository.js';`],
    ['service -> other persistence', 'src/risk/a.ts', `import '../facilities/persistence/replace-links.js';`],
    ['service -> later feature', 'src/facilities/a.ts', `import '../risk/risk.service.js';`],
    ['service -> a register', 'src/deliveries/a.ts', `import '../registers/stps/stps.files.js';`],
    ['persistence -> own graphql', 'src/risk/persistence/a.ts', `import '../graphql/risk.resolver.js';`],
    ['persistence -> own service', 'src/risk/persistence/a.ts', `import '../risk.service.js';`],
    [
      'persistence -> other persistence',
      'src/risk/persistence/a.ts',
      `import '../../facilities/persistence/replace-links.js';`,
    ],
    ['persistence -> shared edge', 'src/risk/persistence/a.ts', `import '../../graphql/pagination.js';`],
    ['persistence -> GraphQL', 'src/risk/persistence/a.ts', `import { Field } from '@nestjs/graphql';`],
    ['resolver -> TypeORM', 'src/risk/graphql/a.ts', `import 'typeorm';`],
    ['resolver -> repository', 'src/risk/graphql/a.ts', `import '../risk.repository.js';`],
    ['resolver -> persistence', 'src/risk/graphql/a.ts', `import '../persistence/read-histories.js';`],
    ['resolver -> other service', 'src/risk/graphql/a.ts', `import '../../planning/planning.service.js';`],
    ['http -> persistence', 'src/risk/http/a.ts', `import '../persistence/read-histories.js';`],
    ['http -> graphql', 'src/risk/http/a.ts', `import '../../graphql/ask.js';`],
    ['solver -> own service', 'src/planning/solver/a.ts', `import '../planning.service.js';`],
    ['solver -> risk', 'src/planning/solver/a.ts', `import '../../domain/risk/risk-score.js';`],
    ['web -> service', 'src/web/a.tsx', `import '../facilities/facilities.service.js';`],
    ['web -> repository', 'src/web/a.tsx', `import '../facilities/facilities.repository.js';`],
    ['web -> database', 'src/web/a.tsx', `import '../database/transactions.js';`],
    ['wording -> a package', 'src/wording/da.ts', `import { format } from 'date-fns';`],
    ['anybody -> commands', 'src/web/a.tsx', `import '../cli/terminal.js';`],
  ])('is missed when broken: %s', (_name, path, text) => {
    expect(forbiddenImports(file(path, text))).toHaveLength(1);
  });

  it.each([
    ['re-export', `export { day } from '../risk/risk-score.js';`],
    ['type import', `import type { A } from '../risk/risk-score.js';`],
    ['type in place', `let a: import('../risk/risk-score.js').RiskScore;`],
    ['dynamic import', `const a = await import('../risk/risk-score.js');`],
    ['require', `const a = require('../risk/risk-score.js');`],
    ['import equals', `import a = require('../risk/risk-score.js');`],
  ])('is missed however it is written: %s', (_name, text) => {
    expect(forbiddenImports(file('src/domain/facility/a.ts', text))).toEqual([
      'src/domain/facility/a.ts imports src/domain/risk/risk-score.ts, which "domain/facility" may not',
    ]);
  });

  it('is missed by a file in a folder that the table does not know', () => {
    expect(forbiddenImports(file('src/helpers/a.ts', ''))).toEqual([
      'src/helpers/a.ts fits no row of the import table',
    ]);
  });

  it.each([
    ['domain/risk/model -> ml-regression', 'src/domain/risk/model/a.ts', `import 'ml-regression';`],
    ['register -> csv-parse', 'src/registers/stps/a.ts', `import { parse } from 'csv-parse/sync';`],
    ['service -> page request', 'src/risk/a.service.ts', `import '../graphql/page-request.js';`],
    ['service -> earlier service', 'src/risk/a.service.ts', `import '../facilities/facilities.service.js';`],
    ['module -> everything', 'src/risk/risk.module.ts', `import './persistence/read-histories.js';`],
    ['command -> service', 'src/cli/a.ts', `import '../risk/risk.service.js';`],
  ])('allows %s', (_name, path, text) => {
    expect(forbiddenImports(file(path, text))).toEqual([]);
  });
});

describe('the order of the modules', () => {
  it('is kept by every file', () => {
    expect(importsOfLaterModules(FILES)).toEqual([]);
  });

  it('is missed when a module imports a later one', () => {
    const planted = file(
      'src/facilities/facilities.module.ts',
      `import '../deliveries/deliveries.module.js';`,
    );

    expect(importsOfLaterModules(planted)).toEqual([
      'src/facilities/facilities.module.ts imports src/deliveries/deliveries.module.ts, which is built later',
    ]);
  });

  it('has no ring', () => {
    expect(moduleCycles(FILES)).toEqual([]);
  });

  it('is missed when modules need each other in a ring', () => {
    const planted: SourceFiles = new Map([
      ['src/access/a.ts', `import '../graphql/b.js';`],
      ['src/graphql/b.ts', `import '../facilities/c.js';`],
      ['src/facilities/c.ts', `import '../access/a.js';`],
    ]);

    expect(moduleCycles(planted)).toEqual(['access -> graphql -> facilities -> access']);
  });
});

describe('what only some files may use', () => {
  it('is used by no other', () => {
    expect(bannedUses(FILES)).toEqual([]);
  });

  it.each([
    ['src/domain/risk/a.ts', 'const now = new Date();', 'new Date() without an argument'],
    ['src/domain/risk/a.ts', 'const now = new Date;', 'new Date() without an argument'],
    ['src/domain/risk/a.ts', 'const now = Date();', 'new Date() without an argument'],
    ['src/domain/risk/a.ts', 'const now = Date.now();', 'Date.now'],
    ['src/domain/risk/a.ts', 'const chance = Math.random();', 'Math.random'],
    ['src/domain/risk/a.ts', `const chance = Math['random']();`, 'Math.random'],
    ['src/domain/risk/a.ts', 'const now = performance.now();', 'the machine it runs on'],
    ['src/domain/risk/a.ts', 'const id = crypto.randomUUID();', 'the machine it runs on'],
    ['src/risk/a.ts', 'const port = process.env.PORT;', 'process.env'],
    ['src/main.ts', `const port = process['env']['PORT'];`, 'process.env'],
    ['src/cli/a.ts', 'const { env } = process;', 'process.env'],
    ['src/cli/a.ts', 'const { env: variables } = process;', 'process.env'],
    ['src/web/a.tsx', `import { env } from 'node:process';`, 'env of node:process'],
    ['src/risk/a.module.ts', `const later = forwardRef(() => B);`, 'forwardRef'],
  ])('is missed in %s: %s', (path, text, what) => {
    expect(bannedUses(file(path, text))).toEqual([`${path}:1 uses ${what}`]);
  });

  it.each([
    ['src/domain/risk/a.ts', 'const day = new Date(0); plan.process = 1; const size = { performance: 2 };'],
    ['src/config/a.ts', 'const port = process.env.PORT;'],
    ['src/cli/a.ts', 'process.exitCode = 1;'],
  ])('may be used in %s: %s', (path, text) => {
    expect(bannedUses(file(path, text))).toEqual([]);
  });
});
