import { withReasonsOf } from './reasons-as-shown.js';
import {
  aFacility,
  aGroup,
  anInstance,
  anOffice,
  aPart,
  aSlot,
  monday,
} from '../planning-instance.factory.js';
import { solveStageOne } from '../solve-stage-one.js';

const OPTIONS = {
  seed: 'spec',
  budgets: { samplePasses: 0, pricePasses: 60, searchPasses: 3, rebuilds: 100 },
};

/** One visit fits. The second and third place want it less; the third must be visited where `isSecretTold`. */
function rivals(isSecretTold: boolean) {
  const places = [0.6, 0.2, 0.2].map((probability12Months, index) =>
    aFacility(`place-${index}`, [
      aPart('STPS', {
        probability12Months,
        slots: [
          aSlot({
            window: { earliest: monday(0), latest: isSecretTold && index === 2 ? monday(12) : null },
            pinnedWeek: index === 0 ? 4 : null,
          }),
        ],
      }),
    ]),
  );
  return anInstance(places, { offices: [anOffice('STPS', [aGroup(12, 1)])], capacityPeriods: [12] });
}

describe(withReasonsOf.name, () => {
  it('tells of a place with a secret deadline what it tells of one without', () => {
    const { plan } = solveStageOne(rivals(true), OPTIONS);
    const codes = (of: typeof plan): string[] => of.unplanned.map(({ reason }) => reason.code);

    expect(new Set(codes(plan)).size).toBe(2);
    expect(new Set(codes(withReasonsOf(rivals(false), plan))).size).toBe(1);
    expect(withReasonsOf(rivals(false), plan).visits).toEqual(plan.visits);
  });
});
