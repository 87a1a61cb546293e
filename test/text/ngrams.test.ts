import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPair, ngrams } from '../../src/text/ngrams.ts';

describe('ngrams', () => {
  it.each([
    ['污水管', ['污', '水', '污水', '管', '水管']],
    ['PM2.5', ['pm2.5']],
    ['5G基站', ['5', 'g', '5g', '基', 'g基', '站', '基站']],
    ['28%', ['28']],
    ['规模以上', ['规', '上', '规上']],
    ['限额以上', ['限', '上', '限上']],
    ['污，水', ['污', '水']],
    ['', []],
    ['！？', []],
  ])('cuts “%s”', (text, grams) => {
    expect(ngrams(text)).toEqual(grams);
  });

  it('counts a character outside the basic plane as one', () => {
    expect(ngrams('𬭸湖')).toEqual(['𬭸', '湖', '𬭸湖']);
  });

  it('gives only pieces of the text in lower case, pairs of neighbours among them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('污', '水', 'A', '5', '.', '，', ' ', '𬭸') }), (text) => {
        for (const gram of ngrams(text)) expect(text.toLowerCase()).toContain(gram);
      }),
    );
  });
});

describe('isPair', () => {
  it('knows pairs from single characters and words', () => {
    expect(['污水', 'g基'].map(isPair)).toEqual([true, true]);
    expect(['污', 'pm2.5', '28', '5g'].map(isPair)).toEqual([false, false, false, false]);
  });
});
