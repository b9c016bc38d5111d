import type { Command } from './command.js';
import { auditCommand } from './commands/audit.command.js';
import { backtestCommand } from './commands/backtest.command.js';
import { demoCommand } from './commands/demo.command.js';
import { drawCommand } from './commands/draw.command.js';
import { grantsCommand } from './commands/grants.command.js';
import { importCommand } from './commands/import.command.js';
import { licencesCommand } from './commands/licences.command.js';
import { linksCommand } from './commands/links.command.js';
import { planCheckCommand } from './commands/plan-check.command.js';
import { modelsCommand } from './commands/models.command.js';
import { planCommand } from './commands/plan.command.js';
import { qualityCommand } from './commands/quality.command.js';
import { schemaCommand } from './commands/schema.command.js';
import { scoreCommand } from './commands/score.command.js';
import { sessionsCommand } from './commands/sessions.command.js';

export const COMMANDS: readonly Command[] = [
  importCommand,
  linksCommand,
  scoreCommand,
  drawCommand,
  backtestCommand,
  modelsCommand,
  planCommand,
  planCheckCommand,
  qualityCommand,
  auditCommand,
  sessionsCommand,
  grantsCommand,
  demoCommand,
  schemaCommand,
  licencesCommand,
];
