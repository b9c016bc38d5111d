import { driftAlarms, type DriftSnapshot } from './drift-alarms.js';

const snapshot = (part: Partial<DriftSnapshot> = {}): DriftSnapshot => ({
  authority: 'STPS',
  outcomeDefinition: 1,
  visits: 400,
  serious: 60,
  meanPoints: 4000,
  meanMissing: 5,
  ...part,
});

describe(driftAlarms.name, () => {
  it.each<[string, Partial<DriftSnapshot>, [string, boolean][]]>([
    ['nothing moved', {}, []],
    ['rates move as chance has it', { serious: 75 }, []],
    ['rates leave what chance has', { serious: 110 }, [['SERIOUS_RATE', true]]],
    ['scores rise', { meanPoints: 4301 }, [['MEAN_SCORE', false]]],
    ['values go missing', { meanMissing: 6.1 }, [['MISSING_VALUES', false]]],
    ['another rule says what is serious', { outcomeDefinition: 2 }, [['OUTCOME_DEFINITION', true]]],
    ['nobody was visited', { visits: 0, serious: 0 }, []],
  ])('where %s', (_, part, expected) => {
    const alarms = driftAlarms(snapshot(), snapshot(part));

    expect(alarms.map(({ reason, needsRevalidation }) => [reason, needsRevalidation])).toEqual(expected);
  });
});
