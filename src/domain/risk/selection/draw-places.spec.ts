import fc from 'fast-check';
import { seededRandom, textHash } from '../../shared/seeded-random.js';
import { drawPlaces, type FramePlace } from './draw-places.js';

const uniformBy =
  (seed: number) =>
  (label: string): number =>
    seededRandom(textHash(`${seed}/${label}`))();

const frames = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.constantFrom('LOW', 'MEDIUM', 'HIGH')), {
    selector: ([id]) => id,
    maxLength: 80,
  })
  .map((pairs): FramePlace[] => pairs.map(([facilityId, stratum]) => ({ facilityId, stratum })));

function framed(count: number): FramePlace[] {
  return Array.from({ length: count }, (_, index) => ({
    facilityId: `place ${index}`,
    stratum: index % 4 === 0 ? 'HIGH' : 'LOW',
  }));
}

describe(drawPlaces.name, () => {
  it('draws the size that was asked for, to the nearest whole number, and so in each stratum', () => {
    fc.assert(
      fc.property(frames, fc.double({ min: 0, max: 90, noNaN: true }), fc.integer(), (frame, size, seed) => {
        const drawn = drawPlaces(frame, size, uniformBy(seed));
        const expected = Math.min(size, frame.length);
        const taken = drawn.filter(({ isDrawn }) => isDrawn);

        expect(drawn).toHaveLength(frame.length);
        expect(Math.abs(taken.length - expected)).toBeLessThan(1 + 1e-6);
        for (const places of Map.groupBy(drawn, ({ stratum }) => stratum).values()) {
          const share = places.length * (places[0]?.probability ?? 0);
          const count = places.filter(({ isDrawn }) => isDrawn).length;
          expect(Math.abs(count - share)).toBeLessThan(1 + 1e-6);
        }
      }),
    );
  });

  it('draws the same by the same seed, whatever the order of the frame', () => {
    fc.assert(
      fc.property(frames, fc.integer(), (frame, seed) => {
        const drawn = drawPlaces(frame, frame.length / 3, uniformBy(seed));

        expect(drawPlaces(frame.toReversed(), frame.length / 3, uniformBy(seed))).toEqual(drawn);
      }),
    );
  });

  it('gives every place the probability that it states', () => {
    const frame = framed(37);
    const times = new Map(frame.map(({ facilityId }) => [facilityId, 0]));
    const draws = 3_000;
    for (let seed = 0; seed < draws; seed += 1) {
      for (const { facilityId, isDrawn } of drawPlaces(frame, 5.5, uniformBy(seed))) {
        if (isDrawn) times.set(facilityId, times.get(facilityId)! + 1);
      }
    }

    const probability = 5.5 / 37;
    const error = Math.sqrt((probability * (1 - probability)) / draws);
    for (const count of times.values()) {
      expect(Math.abs(count / draws - probability)).toBeLessThan(4.5 * error);
    }
  });

  it.each([
    ['nobody from an empty frame', [], 3, 0],
    ['everybody where more are asked for than there are', framed(4), 9, 4],
    ['nobody where none are asked for', framed(4), 0, 0],
  ])('draws %s', (_, frame, size, count) => {
    expect(drawPlaces(frame, size, uniformBy(1)).filter(({ isDrawn }) => isDrawn)).toHaveLength(count);
  });

  it('refuses a negative size and a place that is there twice', () => {
    expect(() => drawPlaces(framed(2), -1, uniformBy(1))).toThrow('cannot be below 0');
    expect(() => drawPlaces([...framed(2), ...framed(1)], 1, uniformBy(1))).toThrow('twice');
  });
});
