import { SingleFlight } from './single-flight.js';

describe(SingleFlight.name, () => {
  it('does the work once more where it was asked for while under way, and never twice at a time', async () => {
    let atOnce = 0;
    const seen: number[] = [];
    const work = new SingleFlight(async () => {
      atOnce += 1;
      seen.push(atOnce);
      await Promise.resolve();
      atOnce -= 1;
    });

    work.begin();
    work.begin();
    work.begin();
    await work.settled();
    expect(seen).toEqual([1, 1]);
    work.begin();
    await work.settled();
    expect(seen).toEqual([1, 1, 1]);
  });
});
