/** What SQLite stores. Booleans are kept as 0 and 1. */
export type SqlValue = string | number | bigint | null | Uint8Array;

/** One result row; reading a column as another type than it holds is a fault of the program and throws. */
export class Row {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(column: string): string {
    const value = this.#values[column];
    if (typeof value !== 'string') throw this.#mismatch(column, 'text');
    return value;
  }

  integer(column: string): number {
    const value = this.#values[column];
    if (typeof value !== 'number') throw this.#mismatch(column, 'a number');
    return value;
  }

  flag(column: string): boolean {
    return this.integer(column) !== 0;
  }

  /** The driver hands out a Buffer from `get` and an ArrayBuffer from `all`. */
  bytes(column: string): Uint8Array {
    const value = this.#values[column];
    if (value instanceof Uint8Array) return value;
    if (value instanceof ArrayBuffer) return new Uint8Array(value);
    throw this.#mismatch(column, 'bytes');
  }

  textOrNull(column: string): string | null {
    return this.#isNull(column) ? null : this.text(column);
  }

  integerOrNull(column: string): number | null {
    return this.#isNull(column) ? null : this.integer(column);
  }

  bytesOrNull(column: string): Uint8Array | null {
    return this.#isNull(column) ? null : this.bytes(column);
  }

  #isNull(column: string): boolean {
    if (!(column in this.#values)) throw this.#mismatch(column, 'a column of this row');
    return this.#values[column] === null;
  }

  #mismatch(column: string, wanted: string): TypeError {
    return new TypeError(`column ${column} is not ${wanted}`);
  }
}
