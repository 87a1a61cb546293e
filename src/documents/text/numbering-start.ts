const chinese = '〇零一二三四五六七八九十百';
const digits = '\\d０-９';

/**
 * How a numbered paragraph begins. A dot counts only before something that is no digit: `1.推进` is numbered,
 * `1.5亿元` goes on with the sentence before. At most three digits: `2025.` is a year.
 */
const numberingStart = new RegExp(
  [
    `[（(〔【\\[][${chinese}${digits}]{1,4}[）)〕】\\]]`, // （一） (1)
    `[${chinese}]{1,4}[、．.]`, // 一、
    `第[${chinese}${digits}]{1,4}[章节条篇编]`, // 第一章
    `第[${chinese}${digits}]{1,4}部分`,
    `[${digits}]{1,3}[、)）]`, // 1、 1)
    `[${digits}]{1,3}[．.](?![${digits}])`, // 1.
    '[①-⑳⑴-⒇⒈-⒛㈠-㈩㉑-㉟]',
    '(?:附件|附表|附录)[一二三四五六七八九十\\d]{0,2}[：:]',
    '——',
    '[•●■◆▪◇□]',
  ].join('|'),
  'y',
);

/** Whether a numbered item, a chapter or a dash item begins at this offset of the text. */
export function startsNumbering(text: string, at = 0): boolean {
  numberingStart.lastIndex = at;
  return numberingStart.test(text);
}
