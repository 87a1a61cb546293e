import type { Span } from './plain-document.ts';

/** Collects the text of a document and says where each piece came to stand. */
export class TextWriter {
  #pieces: string[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get text(): string {
    return this.#pieces.join('');
  }

  write(text: string): Span {
    const start = this.#length;
    if (text !== '') this.#pieces.push(text);
    this.#length += text.length;
    return { start, end: this.#length };
  }

  /** What was written from `start` on; for cells, whose text is needed at once. */
  slice(start: number, end: number): string {
    const tail: string[] = [];
    let from = this.#length;
    for (let index = this.#pieces.length - 1; index >= 0 && from > start; index--) {
      const piece = this.#pieces[index] ?? '';
      tail.unshift(piece);
      from -= piece.length;
    }
    return tail.join('').slice(start - from, end - from);
  }

  /** Takes back what was written after `length`, such as a separator that nothing followed. */
  rewind(length: number): void {
    while (this.#length > length) {
      const piece = this.#pieces.pop() ?? '';
      this.#length -= piece.length;
    }
    if (this.#length < length) throw new RangeError('a piece is taken back whole or not at all');
  }
}
