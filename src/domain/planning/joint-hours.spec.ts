import { jointVisitHours } from './joint-hours.js';
import { PARAMETERS } from './planning-instance.factory.js';

describe(jointVisitHours.name, () => {
  it.each([
    [1, 23],
    [2, 22], // 20 * 0.90 + 3 + 1
    [3, 21.5], // 20 * 0.85 + 3 + 1.5
    [4, 21.5],
  ])('asks an authority for the hours of a visit of %i', (authorities, hours) => {
    expect(
      jointVisitHours({ dutyHours: 20, travelHours: 3 }, authorities, PARAMETERS.jointHours),
    ).toBeCloseTo(hours, 9);
  });

  it('may make a short visit longer: coordination is not free', () => {
    expect(jointVisitHours({ dutyHours: 4, travelHours: 0 }, 2, PARAMETERS.jointHours)).toBeCloseTo(4.6, 9);
  });

  it('refuses a visit of nobody', () => {
    expect(() => jointVisitHours({ dutyHours: 4, travelHours: 0 }, 0, PARAMETERS.jointHours)).toThrow(
      RangeError,
    );
  });
});
