import type { Command } from './command.js';
import { importCommand } from './commands/import.command.js';
import { linksCommand } from './commands/links.command.js';
import { schemaCommand } from './commands/schema.command.js';

export const COMMANDS: readonly Command[] = [importCommand, linksCommand, schemaCommand];
