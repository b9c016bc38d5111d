import 'reflect-metadata';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditTrail } from '../audit/audit-trail.js';
import { BadConfiguration, readConfiguration } from '../config/configuration.js';
import { openDatabase } from '../database/open-database.js';
import { FeaturesModule } from '../features.module.js';
import type { Command, CommandContext } from './command.js';
import { WrongUsage } from './command.js';
import { COMMANDS } from './commands.js';
import { runLogged } from './run-logged.js';
import { progressOn } from './terminal.js';

async function main(parameters: readonly string[]): Promise<number> {
  const [name] = parameters;
  const command = commandOf(parameters);
  if (!command) {
    const isHelp = name === undefined || name === 'help' || name === '--help';
    process.stderr.write(isHelp ? help() : `There is no command "${name}".\n\n${help()}`);
    return isHelp ? 0 : 2;
  }
  const { values, positionals } = readArguments(command, parameters.slice(command.name.split(' ').length));
  const configuration = readConfiguration();
  const onProgress = progressOn(process.stderr);
  const context = {
    configuration,
    trail: new AuditTrail(),
    onProgress,
    print: (text: string) => void process.stdout.write(`${text}\n`),
    resolve: (file: string) => path.resolve(configuration.callerFolder, file),
  };
  const { needsDatabase } = command;
  if (!(typeof needsDatabase === 'function' ? needsDatabase(positionals) : needsDatabase))
    return command.run(positionals, values, { ...context, services: NO_SERVICES });
  const database = await openDatabase(configuration);
  let services: INestApplicationContext | undefined;
  try {
    services = await NestFactory.createApplicationContext(
      FeaturesModule.of(configuration, database.dataSource),
      {
        logger: ['error', 'warn'],
        abortOnError: false,
      },
    );
    const whole = { ...context, services };
    const run = (): Promise<number> => command.run(positionals, values, whole);
    if (command.isLogged?.(positionals) === false) return await run();
    return await runLogged(services, context.trail, parameters, run);
  } finally {
    onProgress.end();
    await services?.close();
    await database.close();
  }
}

/** The command of the first two words, or else of the first. */
function commandOf([first, second]: readonly string[]): Command | undefined {
  const named = (name: string): Command | undefined => COMMANDS.find((candidate) => candidate.name === name);
  return named(`${first} ${second}`) ?? named(`${first}`);
}

const NO_SERVICES = undefined as unknown as CommandContext['services'];

function readArguments(
  command: Command,
  rest: readonly string[],
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    const missing = command.words
      .slice(positionals.length)
      .filter((word) => !word.endsWith('?'))
      .map((word) => `<${word}>`);
    if (missing.length > 0 || positionals.length > command.words.length) {
      throw new WrongUsage(
        missing.length > 0 ? `${missing.join(' ')} is missing` : `"${positionals.at(-1)}" is too much`,
      );
    }
    return { values, positionals };
  } catch (error) {
    throw new WrongUsage(`${(error as Error).message}\nUse it as: samtilsyn ${command.usage}`);
  }
}

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.usage.length));
  const lines = COMMANDS.map((command) => `  samtilsyn ${command.usage.padEnd(width)}  ${command.summary}`);
  return `Samtilsyn: joint, risk-based inspections\n\n${lines.join('\n')}\n\nCall it as: npm run -s samtilsyn -- <command>\n`;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const isExpected = error instanceof WrongUsage || error instanceof BadConfiguration;
    process.stderr.write(`${message}\n`);
    process.exitCode = isExpected ? 2 : 1;
  },
);
