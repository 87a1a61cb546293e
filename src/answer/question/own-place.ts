import type { Plan } from '../../plan/plan.ts';

/**
 * A question without the place whose plan it is: 「岚溪县今年GDP目标」 of 岚溪县's own report asks for 今年GDP目标. The name stays
 * where the plan goes on with it as the question does (岚溪县人民医院), and its short form where it may begin another name.
 */
export function withoutOwnPlace(folded: string, { place, document }: Plan): string {
  if (place === null || !folded.includes(place.short)) return folded;
  return folded.replace(
    new RegExp(`(?:我们?|咱们?|在)?${place.short}(${kindOf(place.full, place.short)})?的?`, 'g'),
    (found, kind: string | undefined, at: number) => {
      const behind = folded.slice(at + found.length);
      const next = /^[\u4e00-\u9fff]{2}/.exec(behind)?.[0] ?? '';
      const goesOn =
        next !== '' &&
        !found.endsWith('的') &&
        document.text.includes((kind ?? '') === '' ? place.short + next : place.full + next);
      const isWhole =
        kind !== undefined || !found.startsWith(place.short) || found.endsWith('的') || opensTime.test(behind);
      return goesOn || !isWhole ? found : '';
    },
  );
}

const kindOf = (full: string, short: string): string => full.slice(short.length);
const opensTime = /^(?:今年|去年|上年|明年|20\d\d年|全[市县区省]|[,，])/;
