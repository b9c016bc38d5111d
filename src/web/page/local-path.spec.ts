import { localPath, withParameter } from './local-path.js';

describe(localPath.name, () => {
  it.each([
    ['/tilsyn', '/tilsyn'],
    ['/tilsyn?soeg=%C3%85&side=2', '/tilsyn?soeg=%C3%85&side=2'],
    ['/tilbud/1#fund', '/tilbud/1'],
  ])('keeps %s as %s', (address, path) => {
    expect(localPath(address)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/.//evil.example',
    '/\t/evil.example',
    'tilsyn',
    '',
    undefined,
    ['/tilsyn'],
  ])('refuses %j', (address) => {
    expect(localPath(address)).toBeUndefined();
  });
});

describe(withParameter.name, () => {
  it('replaces one parameter and keeps the others', () => {
    expect(withParameter('/tilsyn?sprog=da&side=2', 'sprog', 'en')).toBe('/tilsyn?sprog=en&side=2');
  });
});
