import { pinyin } from 'pinyin-pro';
import { ngrams } from './ngrams.ts';

const known = new Map<string, readonly string[]>();

/** A character's readings without tones, with the pairs that dialects and typing confuse made equal (zh/z, n/l, ing/in). */
function readings(char: string): readonly string[] {
  let found = known.get(char);
  if (!found) {
    const all = /[\u3400-\u9fff]/.test(char)
      ? pinyin(char, { toneType: 'none', type: 'array', multiple: true })
      : [char];
    found = [...new Set(all.map(foldSound))].slice(0, 3);
    known.set(char, found);
  }
  return found;
}

const foldSound = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouü])/, 'l')
    .replace(/([aei])ng$/, '$1n')
    .replace(/ü|v/, 'u');

/** The pairs of neighbouring characters by sound, every reading of each; homophones share them. */
export function soundPairs(text: string): string[] {
  const pairs: string[] = [];
  for (const gram of ngrams(text)) {
    const [first, second, ...rest] = [...gram];
    if (first === undefined || second === undefined || rest.length > 0 || !/[\u3400-\u9fff]/.test(gram)) continue;
    for (const a of readings(first)) for (const b of readings(second)) pairs.push(`${a} ${b}`);
  }
  return pairs;
}

/** The ways that a few characters may be read, without tones and with confused sounds made equal. */
export const soundKeys = (text: string): string[] =>
  [...text].reduce<string[]>(
    (keys, char) => keys.flatMap((key) => readings(char).map((sound) => `${key} ${sound}`)),
    [''],
  );

/** Whether two names are typed alike: 平则市 is 平泽市. */
export const soundsLike = (a: string, b: string): boolean => {
  const other = [...b];
  return (
    a.length === b.length &&
    [...a].every((char, index) => readings(char).some((sound) => readings(other[index] ?? '').includes(sound)))
  );
};
