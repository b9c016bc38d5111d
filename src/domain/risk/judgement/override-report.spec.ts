import { reportOverrides, type OverriddenVisit } from './override-report.js';

const visits = (count: number, serious: number, expected: number, isUp = true): OverriddenVisit[] =>
  Array.from({ length: count }, (_, index) => ({
    isUp,
    reasonCode: index % 3 === 0 ? 'SEEN_ON_VISIT' : 'DATA_WRONG',
    isSerious: index < serious,
    expected,
  }));

describe(reportOverrides.name, () => {
  // Wilson's interval by hand for 15 of 30: .3315 - .6685; for 1 of 30: .006 - .167.
  it.each([
    ['too low where far more was found than it expected', visits(30, 15, 0.2), 'MODEL_TOO_LOW'],
    ['within where what it expected lies in the interval', visits(30, 15, 0.4), 'MODEL_WITHIN'],
    ['too high where far less was found', visits(30, 1, 0.2), 'MODEL_TOO_HIGH'],
    ['not judged by nineteen visits', visits(19, 15, 0.2), 'TOO_FEW'],
    ['not judged without visits', [], 'TOO_FEW'],
  ])('finds the model %s', (_, all, verdict) => {
    expect(reportOverrides(all, 20)[0]).toMatchObject({ direction: 'UP', verdict });
  });

  it('tells up and down apart, with an interval around each share', () => {
    const all = reportOverrides([...visits(30, 15, 0.2), ...visits(40, 4, 0.3, false)], 20);
    const [up, down] = all.filter(({ reasonCode }) => reasonCode === null);

    expect(up).toMatchObject({ direction: 'UP', visits: 30, serious: 15, share: 0.5 });
    expect(up!.expected).toBeCloseTo(0.2, 12);
    expect(up!.interval!.low).toBeCloseTo(0.3315, 4);
    expect(up!.interval!.high).toBeCloseTo(0.6685, 4);
    expect(down).toMatchObject({
      direction: 'DOWN',
      visits: 40,
      serious: 4,
      share: 0.1,
      verdict: 'MODEL_TOO_HIGH',
    });
  });

  it('counts who was right, of each reason too, and the reasons add up to the whole', () => {
    const report = reportOverrides([...visits(30, 15, 0.2), ...visits(40, 4, 0.3, false)], 20);

    expect(
      report.map(({ direction, reasonCode, visits: count, overrideRight, modelRight }) => [
        direction,
        reasonCode,
        count,
        overrideRight,
        modelRight,
      ]),
    ).toEqual([
      ['UP', null, 30, 15, 15],
      ['UP', 'DATA_WRONG', 20, 10, 10],
      ['UP', 'SEEN_ON_VISIT', 10, 5, 5],
      ['DOWN', null, 40, 36, 4],
      ['DOWN', 'DATA_WRONG', 26, 24, 2],
      ['DOWN', 'SEEN_ON_VISIT', 14, 12, 2],
    ]);
  });

  it('says nothing of a share where there were too few visits', () => {
    expect(reportOverrides(visits(3, 3, 0.2), 20)[0]).toMatchObject({
      share: null,
      interval: null,
      serious: 3,
    });
  });
});
