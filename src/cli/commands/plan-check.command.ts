import { readFileSync } from 'node:fs';
import { checkPlan } from '../../domain/planning/check-plan.js';
import { PLAN_RULES } from '../../domain/planning/checking/violation.js';
import { BadPlanFile, readInstanceFile, readPlanFile } from '../../domain/planning/exchange/plan-files.js';
import { explainPins } from '../../planning/solver/explain-pins.js';
import { WrongUsage, type Command, type CommandContext } from '../command.js';

export const planCheckCommand: Command = {
  name: 'plan check',
  usage: 'plan check <plan.json> <instance.json> [--json]',
  summary: 'check a plan of any origin against every hard rule; ends with 1 where one is broken',
  options: { json: { type: 'boolean' } },
  words: ['plan.json', 'instance.json'],
  needsDatabase: false,
  async run([planPath = '', instancePath = ''], { json }, context) {
    const instance = readWith(context, instancePath, readInstanceFile);
    const plan = readWith(context, planPath, readPlanFile);
    const violations = checkPlan(instance, plan);
    const isKept = violations.every(({ isByPinsAlone }) => isByPinsAlone);
    const pinConflict = violations.some(({ isByPinsAlone }) => isByPinsAlone)
      ? ((await explainPins(instance).conflict) ?? null)
      : null;
    if (json) {
      context.print(
        JSON.stringify({ isKept, visits: plan.visits.length, rules: PLAN_RULES, violations, pinConflict }),
      );
      return isKept ? 0 : 1;
    }
    for (const { rule, detail, isByPinsAlone } of violations)
      context.print(`${rule}: ${detail}${isByPinsAlone ? ' Pins alone break it.' : ''}`);
    if (pinConflict) {
      const pins = pinConflict.pins.map(
        ({ facilityId, responsibleUnit, week }) => `${facilityId}/${responsibleUnit} in week ${week}`,
      );
      context.print(
        `These pins cannot all be kept, and without any of them the others can: ${pins.join(', ')}.`,
      );
    }
    context.print(
      `${plan.visits.length} visits of ${instance.facilities.length} places, ${PLAN_RULES.length} rules: ${
        violations.length === 0 ? 'all kept' : `broken ${violations.length} times`
      }.`,
    );
    return isKept ? 0 : 1;
  },
};

function readWith<T>({ resolve }: CommandContext, file: string, read: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(resolve(file), 'utf8');
  } catch (error) {
    throw new WrongUsage(`${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return read(text);
  } catch (error) {
    if (error instanceof BadPlanFile) throw new WrongUsage(`${file}:\n${error.message}`);
    throw error;
  }
}
