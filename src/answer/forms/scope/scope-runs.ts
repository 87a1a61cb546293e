import type { FormContext } from '../context.ts';

/** Words of a question for a list that name no part. */
const listWords =
  /^(?:(?:第[一二三四五六七八九十\d]+(?:大)?(?:部分|章|项|条|点|节|块|方面|件)?)+|工作|量化|硬性|具体|涉及|全部|主要|重点|有关|相关|一起|一并|金额|条|块|段|章|节|部分|数字化?任务)$/;

/** The words of a question that name a part, numbers of parts left out. */
export const scopeRuns = ({ query }: FormContext): string[] =>
  query.content
    .map((run) =>
      run.replace(
        /^[抓管搞干](?=[\u4e00-\u9fff]{2})|都有?$|每一?[件项条个]$|^第[一二三四五六七八九十\d]+[件项条个](?=[\u4e00-\u9fff]{2})|(?<=..)(?:里|中)?第[一二三四五六七八九十\d]+[件项条个]$/,
        '',
      ),
    )
    .filter((run) => run !== '' && !listWords.test(run));
