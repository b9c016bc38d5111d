/** The page of two records. */
export function pairPath(leftKey: string, rightKey: string): string {
  return `/sammenfald/par?${new URLSearchParams({ venstre: leftKey, hoejre: rightKey }).toString()}`;
}
