/** 「表里的14.6是哪个指标」: a number without a unit, right before the words that ask what it means. */
const asked =
  /(?<![\d.,a-z〔[第])(\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)?)[”"」]?(?=(?:这|那)?个?(?:数字?|数据|数值)?(?:到底|都|又)?(?:是|指|说|代表|对应))/i;

/** 「哪个指标是1.8」 */
const askedFor =
  /(?:哪个|哪项|哪一[个项]|什么)(?:指标|数据?|目标)?(?:是|为|达到?)(\d+(?:\.\d+)?)(?![\d.,%])(?=[\u4e00-\u9fff]?(?:[,，。?？]|$))/;

/** The number without a unit whose meaning is asked for, as printed; null for years and where there is none. */
export function readBareNumber(folded: string): string | null {
  const digits = (asked.exec(folded) ?? askedFor.exec(folded))?.[1];
  return digits === undefined || /^(?:19|20)\d\d$/.test(digits) ? null : digits;
}
