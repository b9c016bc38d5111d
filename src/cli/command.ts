import type { INestApplicationContext } from '@nestjs/common';
import type { ParseArgsConfig } from 'node:util';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { Configuration } from '../config/configuration.js';
import type { ReportProgress } from '../deliveries/import/import-report.js';

/** What a command works with; results go to `print`, everything else to standard error. */
export interface CommandContext {
  readonly configuration: Configuration;
  readonly services: INestApplicationContext;
  /** What the command shows goes into its last entry of the audit log. */
  readonly trail: AuditTrail;
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
  /** Names of the words that must follow, for the message when one is missing; one with ? at its end may be absent. */
  readonly words: readonly string[];
  /** False where a command, or a call of it, only reads and writes files and needs no database. */
  readonly needsDatabase: boolean | ((words: readonly string[]) => boolean);
  /** Whether a call stands in the audit log; every one does where nothing is said. */
  readonly isLogged?: (words: readonly string[]) => boolean;
  run(
    words: readonly string[],
    options: Readonly<Record<string, unknown>>,
    context: CommandContext,
  ): Promise<number>;
}

/** A wrong call; the message says how to call it right. */
export class WrongUsage extends Error {}
