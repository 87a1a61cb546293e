import type { Passage } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import { findAsks } from '../question/ask-words.ts';
import { contentRuns } from '../question/content-runs.ts';
import { withoutDetailWords } from '../question/detail-words.ts';
import { detailAskedIn } from '../question/form/asks-detail.ts';
import { wordsOf } from '../question/known-words.ts';
import { foldQuestion } from '../question/fold-question.ts';
import { readQuestion } from '../question/read-question.ts';
import type { FormContext } from './context.ts';
import { findDetail } from './detail.ts';
import { findSingle } from './single.ts';

const border = /[,，;；。?？、]|(?:和|以及|还有)(?=谁|哪|由|什么时|何时|责任|牵头|完成时)/;
const shortestTask = 4;
/** 几月 and 哪几个部门 ask for no number; 「多久通报一回」 is itself what is asked of the task. */
const noNumber = /几月份?|几号|哪几|多久/g;
/** 「非现场检测点数量、时限」 */
const amountNamed = /(?:目标值?|任务[量数]|数量|指标值?|工程量)$/;
/** 「完成时限是5月底的任务」 states the time. */
const statesTime = /\d月|年底|年内|季度|[上下]半年/;

/**
 * 「柴油货车谁负责，淘汰多少」 asks for a figure and for who answers for it: the figure, with what its row or its sentence tells;
 * null where only one of both is asked for.
 */
export function findNumberAndDetail(context: FormContext): Finding | null {
  const { loaded, query } = context;
  // 「那通学定制公交呢，几条，谁负责」 names its own task; what was asked before is not asked again.
  const folded = query.background.length > 0 ? foldQuestion(query.raw) : query.folded;
  const known = wordsOf(loaded);
  const clauses = folded.split(border).filter((clause) => clause.trim() !== '');
  const asksNumber = (clause: string): boolean =>
    findAsks(clause.replace(noNumber, ''), known).length > 0 || amountNamed.test(clause);
  const ofDetail = clauses.filter(
    (clause) => detailAskedIn(clause) !== null && !asksNumber(clause) && !statesTime.test(clause),
  );
  const ofNumber = clauses.filter(asksNumber);
  const wanted = detailAskedIn(ofDetail.join('，'));
  if (wanted === null || ofNumber.length === 0) return null;
  // 「要新增几家，链长由谁来当」: who is asked of another thing; what is named first is what all asks are of.
  const counted = contentRuns(ofNumber.join('，'), known).join('');
  const numberAt = clauses.findIndex(asksNumber);
  const others = ofDetail.filter(
    (clause) => clauses.indexOf(clause) > numberAt && namesMore(withoutDetailWords(clause), counted),
  );
  const beside = others.flatMap((clause) => passagesFor(context, clause));
  const told = others.length > 0 && beside.length === others.length;
  const rest = clauses
    .filter((clause) => !told || !others.includes(clause))
    .map((clause) => (ofDetail.includes(clause) ? withoutDetailWords(clause) : clause))
    .filter(Boolean);
  const own = readQuestion(rest.join('，').replace(/呢(?=，|$)/, ''), loaded.plan, known);
  if (query.background.length > 0 && own.content.join('').length < shortestTask) return null;
  const { background, emphasis, time } = query;
  const found = findSingle({ ...context, query: { ...own, raw: query.raw, background, emphasis, time } });
  if (found.kind !== 'figure') return found;
  return told ? { ...found, beside } : { ...found, detail: wanted };
}

const namesMore = (clause: string, counted: string): boolean => {
  const words = contentRuns(clause).join('');
  return words.length >= 2 && !counted.includes(words);
};

/** The one sentence that tells what a clause by itself asks. */
function passagesFor(context: FormContext, clause: string): readonly Passage[] {
  const { loaded } = context;
  const query = readQuestion(clause, loaded.plan, wordsOf(loaded));
  const found = findDetail({ ...context, query });
  return found.kind === 'passage' || found.kind === 'detail' ? found.passages.slice(0, 1) : [];
}
