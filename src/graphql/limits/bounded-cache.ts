/** Keeps the answers used last, at most `most` of them, so that ever new questions cannot fill the memory. */
export class BoundedCache<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.put(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.put(key, value);
    if (this.values.size > this.most) this.values.delete(this.values.keys().next().value!);
  }

  // A Map remembers the order of insertion: putting a value in anew makes it the youngest.
  private put(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
  }
}
