import { foldWidth } from '../../../text/fold-width.ts';
import { ownWords } from '../missing-names.ts';
import type { Candidate } from '../rank.ts';

/** 「民办学校」 are not all schools: who runs a thing must be said somewhere around the figure. */
export function lacksOwnership({ figure }: Candidate, content: readonly string[]): boolean {
  const said = ownership.exec(content.join('|'))?.[0];
  return said !== undefined && !`${figure.passage.text}\n${ownWords(figure)}`.includes(said);
}

const ownership = /民办|公办|民营|国有|私营|外资|合资/;

/** 国四 is no 国三, 二级医院 no 三级医院: of a grade that is named the figure's sentence must not have another one only. */
export function lacksGrade({ figure }: Candidate, content: readonly string[]): boolean {
  const around = figure.passage.text + ownWords(figure);
  return content.some((run) =>
    [...run.matchAll(grade)].some(([named]) => !around.includes(named) && new RegExp(grade.source).test(around)),
  );
}

const grade =
  /(?<![全我中])国[一二三四五六](?![\u4e00-\u9fff]?个)|(?<![\u4e00-\u9fff][^级]?[上下])[一二三四]级(?=公立|医院|公路|以上|医疗|保护|资质|航道|响应)/g;

/** 「普通高中的生均公用经费」 is no 初中生均公用经费: of a stage of schooling that is named the figure must not have another one only. */
export function lacksStage({ figure }: Candidate, content: readonly string[]): boolean {
  const named = [...content.join('|').matchAll(new RegExp(stage, 'g'))].map(([name]) => name);
  // 「从小学到初中，初中学位多少」 names two.
  const asked = new Set(named).size === 1 ? named[0] : undefined;
  return (
    asked !== undefined && stage.test(figure.indicator) && !`${figure.passage.text}${ownWords(figure)}`.includes(asked)
  );
}

const stage = /幼儿园|小学|初中|高中|中职|高职|高校/;

/** 「次均住院费用」 is no 次均门诊费用, whatever else the sentence tells of those who lie in. */
export function lacksCare({ figure: { indicator } }: Candidate, content: readonly string[]): boolean {
  const [asked, own] = [content.join('|'), indicator].map((words) => care.filter((kind) => words.includes(kind)));
  return asked?.length === 1 && own?.length === 1 && asked[0] !== own[0];
}

const care = ['门诊', '住院'];

/** 4A级景区 is no 3A级景区: a number or Latin word of the question's names must stand in the figure's sentence. */
export function lacksNumber({ figure }: Candidate, content: readonly string[]): boolean {
  const around = foldWidth(figure.passage.text + ownWords(figure)).toLowerCase();
  return content.some((run) =>
    [
      ...run
        .replace(date, '')
        .replace(emergencyCall, '')
        .toLowerCase()
        .matchAll(/([a-z]*\d+(?:\.\d+)?[a-z]*)([\u4e00-\u9fff]?)/g),
    ].some(([, name = '', next = '']) => !standsIn(around, name, next)),
  );
}

/** 「打120」 calls an ambulance; it counts nothing. */
const emergencyCall = /(?<=打了?|拨打?了?|叫)1(?:10|19|20|22)(?!\d)|(?<!\d)120(?=救护|急救)/g;

/** 「7月1号以后」 is 自7月1日起. */
const date = /\d{1,2}月(?:\d{1,2}[日号])?/g;

/** The 2 of 2号线 does not stand in 12号线, nor in the 2. of a heading; that of 2期 stands in 二期. */
function standsIn(text: string, name: string, next: string): boolean {
  const spelt = '一二三四五六七八九'[Number(name) - 1];
  if (spelt !== undefined && text.includes(spelt + next)) return true;
  // 12345热线 is 12345 whatever follows; a small number counts or names what stands behind it.
  const counted = /^\d\d?$/.test(name) ? next : '';
  return new RegExp(`(?<![\\d.])${name.replace('.', '\\.')}(?!\\d|\\.\\d)${counted}`).test(text);
}
