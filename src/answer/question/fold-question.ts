import { Converter } from 'opencc-js/t2cn';
import { readChineseNumber } from '../../plan/chinese-number.ts';
import { foldWidth } from '../../plan/fold-width.ts';

type MakeConverter = (options: { from: string; to: string }) => (text: string) => string;
/** The package's type file imports without an extension, which Node's resolution does not follow. */
const toSimplified = (Converter as unknown as MakeConverter)({ from: 'tw', to: 'cn' });

/** A question in simplified characters and half width, without spaces between Chinese characters, PM2.5 spelt one way. */
export function foldQuestion(question: string): string {
  return (
    toSimplified(foldWidth(question))
      .replace(/[\r\n\t]+/g, ' ')
      .replace(askedBy, '')
      .replace(toCheck, '')
      .replace(/[两三四五六]个数(?=各|分别)/, '')
      .replace(askedInRow, '$2各多少$1')
      .replace(examples, '')
      .replace(/(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])/g, '，')
      .replace(/pm\s*2[.。,]?5/gi, 'PM2.5')
      .replace(/pm\s*10(?!\d)/gi, 'PM10')
      .replace(/(?<![a-z])km(?![a-z])/gi, '公里')
      .replace(/(?<![a-z])m2(?![.\d])|㎡/gi, '平方米')
      .replace(/囗/g, '口')
      .replace(/(?<=\d)个(?=[亿万])/g, '')
      .replace(/増/g, '增')
      .replace(/几多/g, '多少')
      // Slips of pinyin in the words that ask.
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

/** 「局长问，…」: who wants to know is no part of the question. */
const askedBy =
  /^(?:[\u4e00-\u9fff]{0,2}(?:[局科处县市区部厅院校镇乡委]长|书记|主任|领导)|上面)(?:刚才|刚|又|让我|叫我|要我)*(?:(?<=[让叫要]我)(?:[核查问看报]|确认)(?:一下|实)?[,，:：]|在?问(?:我|一下|起)*[,，:：]?|要(?:我|知道|求)?(?:一下)?[,，:：])/;

/** 「…多少只野生动物？像猴子、穿山甲那些」 gives examples of what was named. */
const examples = /[,，?？。](?:比如|例如|就?像)[^,，。?？]{2,20}?(?:那些|这些|之类|这类|一类|等等|什么)的?[?？。]?$/;

/** 「拿了多少金牌、银牌、铜牌」 asks for each of the row. */
const askedInRow =
  /(?:多少|几)([枚个名家所块]?)(?!.*(?:多少|几|各|分别))((?:[\u4e00-\u9fff]{2,6}、)+[\u4e00-\u9fff]{2,6})(?=[?？。]?$)/;

/** 「想核实一下，…」, 「核对一处表述：…」 */
const toCheck = /^[^,，:：。]{0,6}(?:核[实对查]|核一下|查证|确认)(?:一[下处个]|下)?[^,，:：。]{0,4}[:：,，]/;

const digit = (char: string): number => readChineseNumber(char === '○' ? '零' : char) ?? 0;
