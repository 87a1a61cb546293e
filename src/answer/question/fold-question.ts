import { Converter } from 'opencc-js/t2cn';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { withoutAsides } from './asides.ts';

type MakeConverter = (options: { from: string; to: string }) => (text: string) => string;
/** The package's type file imports without an extension, which Node's resolution does not follow. */
const toSimplified = (Converter as unknown as MakeConverter)({ from: 'tw', to: 'cn' });

/** A question in simplified characters and half width, without spaces between Chinese characters, PM2.5 spelt one way. */
export function foldQuestion(question: string): string {
  return (
    withoutAsides(toSimplified(foldWidth(question)).replace(/[\r\n\t]+/g, ' '))
      .replace(/[两三四五六]个[数率](?=各|分别)/, '')
      .replace(askedInRow, '$2各多少$1')
      .replace(/(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, '，')
      .replace(/pm\s*2[.。,]?5/gi, 'PM2.5')
      .replace(/pm\s*10(?!\d)/gi, 'PM10')
      .replace(/(?<![a-z])km(?![a-z])/gi, '公里')
      .replace(/(?<![a-z])m2(?![.\d])|㎡/gi, '平方米')
      .replace(/∶/g, ':')
      .replace(/囗/g, '口')
      .replace(/(?<=\d)个(?=[亿万])/g, '')
      .replace(/増/g, '增')
      .replace(
        /(?<![一二两三四五六七八九十个第前])([一二三四五六七八九]|十[一二]?)月(?=底|份|中旬|上旬|下旬|之?前)/g,
        (_, month: string) => `${readChineseNumber(month) ?? month}月`,
      )
      .replace(/几多/g, '多少')
      // 「班列开行列数」: what is counted by its measure word; 平台数 and 停车场数 end in nouns.
      .replace(/(?<=[\u4e00-\u9fff]{3})([列趟辆架艘]|(?<!配)套)数(?:是?(?:有|为)?多少)?(?=[?？。]?$)/, '多少$1')
      .replace(/按排/g, '安排')
      .replace(/(?<=年|的|^)木标|木标(?=值?(?:是|为|定|多少|$|[?？,，]))/g, '目标')
      .replace(/计划投(?=多少|几)/g, '计划投资')
      .replace(/(?<![提以目之])(?:开头|头|前|最初)(?:三|3)个月/g, '一季度')
      .replace(/(?<![提以街目之])[前头]半年/g, '上半年')
      .replace(/(?<![今以往])后半年/g, '下半年')
      // Slips of pinyin in the words that ask.
      .replace(/(?<=多少|几)公[理离](?!论)/g, '公里')
      .replace(/[曾憎赠](?=速|长率)/g, '增')
      .replace(/(?<=[标率额值数度])[事式市](?=多少|几)/g, '是')
      .replace(/多小(?=[家个户人名项条座所处件次场套万亿元亩公米吨台]|$|[?？,，])/g, '多少')
      .replace(/金银铜([奖牌])/g, '金$1、银$1、铜$1')
      .replace(
        /二[〇○零]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])(?=年)/g,
        (_, tens: string, ones: string) => ['2', '0', digit(tens), digit(ones)].join(''),
      )
      .trim()
  );
}

/** 「拿了多少金牌、银牌、铜牌」 asks for each of the row. */
const askedInRow =
  /(?:多少|几)([枚个名家所块]?)(?!.*(?:多少|几|各|分别))((?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6})(?=[?？。]?$)/;

const digit = (char: string): number => readChineseNumber(char === '○' ? '零' : char) ?? 0;
