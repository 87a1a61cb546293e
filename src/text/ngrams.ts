/** Letters and digits stay together as one gram (pm2.5, 5g); Chinese characters give one- and two-character grams. */
const word = /[a-z]+\d*(?:\.\d+)?[a-z]*|\d+(?:\.\d+)?|[\u3400-\u9fff\u{20000}-\u{323af}]/gu;

/** One name in two written forms, which plans use side by side: the short one stands for both. */
const shortened = (text: string): string => text.replaceAll('规模以上', '规上').replaceAll('限额以上', '限上');

/** The grams of a text: every character or Latin word, and every pair of neighbours. */
export function ngrams(text: string): string[] {
  const grams: string[] = [];
  let previous: { readonly gram: string; readonly end: number } | undefined;
  for (const match of shortened(text).toLowerCase().matchAll(word)) {
    const gram = match[0];
    grams.push(gram);
    if (previous?.end === match.index) grams.push(previous.gram + gram);
    previous = { gram, end: match.index + gram.length };
  }
  return grams;
}

/** True for a pair of neighbours, false for a single character. */
export const isPair = (gram: string): boolean => gram.length > 1 && /[\u3400-\u9fff\ud800-\udfff]/.test(gram);
