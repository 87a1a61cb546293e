/** The item at an index that the caller knows to exist; a wrong index is a fault of the program and fails loudly. */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const found = items[index];
  if (found === undefined) throw new RangeError(`no item at ${index} of ${items.length}`);
  return found;
}
