/** Every table that is read or written as objects. */
export const ENTITIES: (new () => object)[] = [];
