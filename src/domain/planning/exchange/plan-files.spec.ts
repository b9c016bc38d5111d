import { BadPlanFile, instanceFile, planFile, readInstanceFile, readPlanFile } from './plan-files.js';
import { checkPlan } from '../check-plan.js';
import { randomInstance } from '../random-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';

const BUDGETS = { samplePasses: 0, pricePasses: 20, searchPasses: 3, rebuilds: 20 };

describe('the files of a plan', () => {
  const instance = randomInstance(12, 10);
  const result = solveStageOne(instance, { seed: 'spec', budgets: BUDGETS });
  const [instanceText, planText] = [instanceFile(instance), planFile(result, 'spec')].map((each) =>
    JSON.stringify(each),
  ) as [string, string];

  it('are read back as they were written, and then checked like the plan itself', () => {
    expect(readInstanceFile(instanceText)).toMatchObject(instance);
    expect(readPlanFile(planText)).toMatchObject(result.plan);
    expect(checkPlan(readInstanceFile(instanceText), readPlanFile(planText))).toEqual(
      checkPlan(instance, result.plan),
    );
  });

  it('show a rule that somebody broke in them', () => {
    const plan = JSON.parse(planText) as { visits: { week: number }[] };
    plan.visits[0]!.week += 1;
    const rules = checkPlan(instance, readPlanFile(JSON.stringify(plan))).map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(checkPlan(instance, result.plan).length);
  });

  it.each([
    ['{', /not JSON/],
    ['null', /format is missing/],
    [planText, /format is "samtilsyn-plan-1"; this reads "samtilsyn-instance-1"/],
    [instanceText.replace(/"weeks":\d+/, '"weeks":"many"'), /weeks is "many"; write a whole number/],
    [
      instanceText.replace(/"startsOn":"[^"]*"/, '"startsOn":"30-11-2026"'),
      /startsOn is "30-11-2026"; write a day/,
    ],
    [instanceText.replace(/"dutyHours":[\d.]+/, '"dutyHours":-1'), /visit without hours/],
    [instanceText.replace(/"competence":/, '"competence_":'), /competence is missing; write a text/],
  ])('say what to mend in %.20s ...', (text, expected) => {
    expect(() => readInstanceFile(text)).toThrow(BadPlanFile);
    expect(() => readInstanceFile(text)).toThrow(expected);
  });
});
