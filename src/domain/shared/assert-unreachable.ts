/** Makes a switch exhaustive: a forgotten case no longer compiles. */
export function assertUnreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
