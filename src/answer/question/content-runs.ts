import { joiningJi } from '../../figures/distribute.ts';
import { findAsks } from './ask-words.ts';
import { timePattern } from './read-time.ts';
import { functionWords } from './vocabulary.ts';

const functionSet: ReadonlySet<string> = new Set(functionWords);
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Two characters that are no part of any longer word. */
const neverInside: ReadonlySet<string> = new Set(
  '这种 那种 那件 这件 那条 这条 那块 这块 那段 这段 那项 这项 现有 总共 一共 请问 究竟 各项 同比 是啥 啥 我市 我县 我区 我省 我局 我委 我镇 我校 我院'.split(
    ' ',
  ),
);
/** Longer phrases go first, as the segmenter would cut them its own way; short ones only as whole words (地 in 耕地 stays). */
const functionPhrases = new RegExp(
  functionWords
    .filter((word) => word.length >= 3 || neverInside.has(word))
    .sort((a, b) => b.length - a.length)
    // 实现|有效 has 现有 in it.
    .map((word) => (word === '现有' ? '(?<!实|发|体|呈|出|表)现有' : escape(word)))
    .join('|'),
  'g',
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Between a statistic and the verb of its target, where the segmenter sees other words: 比重|要达到. */
const statisticEnd =
  /(?<=要)(?=到位|到账|到岗)|(?<=比重|比例|率|数|量|额|值)(?=要|需|应|达|得)|(?<=[\u4e00-\u9fff]{2})(?=完成(?:了|得)?(?:$|[,，。?？]|怎么样|如何|多少|几))/g;

/** 「今年招老师比去年多还是少」: 比 belongs to the time behind it. */
const comparedWith = new RegExp(`(?<![占同对环收入])比(?=${timePattern.source})`, 'g');

/**
 * The stretches of a question that name something: without function words, time words, asks and punctuation. `known`
 * tells which words the plan has, so that 地 in 地块 and 数 in 天数 stay.
 */
export function contentRuns(folded: string, known: (words: string) => boolean = () => false): string[] {
  const rest = withoutAsks(
    folded.replace(statisticEnd, '|').replace(comparedWith, '|').replace(timePattern, '|'),
    known,
  ).replace(functionPhrases, '|');
  const runs: string[] = [];
  let run = '';
  const words = [...segmenter.segment(rest)];
  for (const [index, { segment, isWordLike }] of words.entries()) {
    const [before, after] = [words[index - 1]?.segment ?? '', words[index + 1]?.segment ?? ''];
    if (isWordLike === true && (!functionSet.has(segment) || isPartOfWord(before, segment, after, known)))
      run += segment;
    else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  if (run !== '') runs.push(run);
  return runs;
}

/** The text with its asks cut out; 有 of 「面积有多大」 goes with them. */
function withoutAsks(text: string, known: (words: string) => boolean): string {
  let [rest, at] = ['', 0];
  for (const { index, whole } of findAsks(text, known)) {
    rest += text.slice(at, index).replace(/(?<![所拥持没])有$/, '') + keepCountedNoun(whole);
    at = index + whole.length;
  }
  return rest + text.slice(at);
}

const joining = new RegExp(joiningJi);

const countedNoun =
  /(?:位|学生|师生|群众|人口|居民|职工|农户|党员|家庭|老年人|劳动力|社区|村|镇|乡|县|园区|网点|航班)$/;

/** 「多少个车位」 asks for 车位 by name; 「多少公里」 names nothing. */
const keepCountedNoun = (whole: string): string =>
  countedNoun.test(whole) ? `|${whole.replace(/^(?:多少|几|若干)个?/, '')}|` : '|';

/** Function words of one character that are parts of many nouns. */
const inWords: ReadonlySet<string> = new Set(
  '地 数 项 下 占 成 定 办 帮 做 整 对 要 报 列 提 点 上 中 里 会 到'.split(' '),
);

/** Whether a function word belongs to a longer word that the plan has: 地块, or 数字 of 数字化. */
function isPartOfWord(before: string, segment: string, after: string, known: (words: string) => boolean): boolean {
  const isWord = (neighbour: string): boolean => /^[\u4e00-\u9fff]+$/.test(neighbour);
  if (segment.length === 1)
    // 惠及 and 普及 are verbs, whatever 及 joins elsewhere.
    return (
      (segment === '办' && /[民公主承举兴创督协]$/.test(before)) ||
      (segment === '被' && /^(?:执行|征|保险|监护|抚养)/.test(after)) ||
      (segment === '及' && !joining.test(before.slice(-1) + segment)) ||
      (inWords.has(segment) &&
        ((isWord(after) && known(segment + (after[0] ?? ''))) ||
          (isWord(before) && known((before.at(-1) ?? '') + segment))))
    );
  // 「计划投」 of 计划投资; other function words join only as whole words (计划完成).
  const joins = (neighbour: string, words: string): boolean =>
    isWord(neighbour) && !functionSet.has(neighbour) && known(words);
  return joins(after, segment + after) || joins(before, before + segment);
}
