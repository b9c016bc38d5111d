import { queuePath, readQueueRequest } from './queue-request.js';

describe(readQueueRequest.name, () => {
  it.each([
    [
      'registre=st-at&myndighed=STPS&orden=aeldst',
      3,
      { registers: 'st-at', authority: 'STPS', order: 'aeldst', page: 3 },
    ],
    [
      'registre=toString&myndighed=x',
      1,
      { registers: undefined, authority: undefined, order: undefined, page: 1 },
    ],
    ['', 1, { registers: undefined, authority: undefined, order: undefined, page: 1 }],
  ])('reads %j', (query, page, expected) => {
    expect(readQueueRequest(new URLSearchParams(query), page)).toEqual(expected);
  });
});

describe(queuePath.name, () => {
  it('gives an address that is read back as the same', () => {
    const request = { registers: 'st', authority: 'STPS', order: 'pladser', page: 2 } as const;
    const path = queuePath(request);

    expect(path).toBe('/sammenfald?registre=st&myndighed=STPS&orden=pladser&side=2');
    expect(readQueueRequest(new URLSearchParams(path.split('?')[1]), 2)).toEqual(request);
    expect(queuePath({ registers: undefined, authority: undefined, order: undefined, page: 1 })).toBe(
      '/sammenfald',
    );
  });
});
