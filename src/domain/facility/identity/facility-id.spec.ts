import { facilityIdFor } from './facility-id.js';

describe(facilityIdFor.name, () => {
  it('has the shape of a version 8 UUID', () => {
    expect(facilityIdFor('stps:SP1')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('is the same on every machine and in every version of the program', () => {
    expect(facilityIdFor('socialtilsynet:T100000/1000001')).toBe('a21f7800-dc4f-8dac-93f1-80e6e168698f');
  });

  it('differs for each of many thousand neighbouring keys', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => facilityIdFor(`stps:SP${700_000 + index}`));

    expect(new Set(ids).size).toBe(50_000);
  });
});
