const HERE = 'http://here.invalid';

/** The path and query of an address within the service; undefined for any other, so that nobody is sent elsewhere. */
export function localPath(address: unknown): string | undefined {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, HERE))
    return undefined;
  const url = new URL(address, HERE);
  // What is left must again be read as a path: "/.//evil.example" parses to "//evil.example".
  return url.origin === HERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : undefined;
}

/** The same address with one parameter of its query replaced. */
export function withParameter(path: string, name: string, value: string): string {
  const url = new URL(path, HERE);
  url.searchParams.set(name, value);
  return `${url.pathname}${url.search}`;
}
