import type { INestApplicationContext } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { Configuration } from '../config/configuration.js';
import type { ReportProgress } from '../deliveries/import/import-report.js';

/** What a command works with; results go to `print`, everything else to standard error. */
export interface CommandContext {
  readonly configuration: Configuration;
  readonly services: INestApplicationContext;
  readonly onProgress: ReportProgress & { end(): void };
  readonly print: (text: string) => void;
  /** Resolves a path against the folder the user stands in. */
  readonly resolve: (file: string) => string;
}

/** One word after `samtilsyn`. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Names of the words that must follow, for the message when one is missing. */
  readonly words: readonly string[];
  /** False where a command only writes files and needs no database. */
  readonly needsDatabase: boolean;
  run(
    words: readonly string[],
    options: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ): Promise<number>;
}

/** A wrong call; the message says how to call it right. */
export class WrongUsage extends Error {}
