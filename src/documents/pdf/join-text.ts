import { displayWidth } from '../text/hard-wrap.ts';

const wide = (character: string): boolean => displayWidth(character) === 2;
const word = /[A-Za-z]/;

/**
 * What to put between two pieces of a broken line so that they read on: nothing with Chinese or inside a number, so
 * that 80 and 公里 come together; a blank between two Latin words.
 */
export function glue(before: string, after: string): '' | ' ' {
  const last = before.slice(-1);
  const first = after.slice(0, 1);
  return word.test(last) && word.test(first) ? ' ' : '';
}

/** The same within a line, where a gap may be a printed blank; `gap` in units of the type's size. */
export function spacing(before: string, after: string, gap: number): '' | ' ' {
  const last = before.slice(-1);
  const first = after.slice(0, 1);
  if (last === ' ' || first === ' ' || last === '' || first === '') return '';
  // Justified Chinese lines are spread a little; Latin words are parted by a quarter of the size.
  return gap > (wide(last) || wide(first) ? 0.8 : 0.2) ? ' ' : '';
}
