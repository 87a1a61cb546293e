import { isOwnerNote, passageDetails, supportersOf } from '../../figures/details.ts';
import type { Span } from '../../documents/plain-document.ts';
import type { Passage, Plan } from '../../plan/plan.ts';
import { refuse, type Finding } from '../finding.ts';
import { topicOfDetail } from '../question/detail-words.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { passagesAbout, sectionsAbout } from './passage-search.ts';
import { scopeRuns } from './scope/scope-runs.ts';
import { sectionByOrdinal } from './scope/section-by-ordinal.ts';
import { asksForTasks } from './tasks-of-owner.ts';
import { wordsOf } from '../question/known-words.ts';

/** The question without the words that ask for owner and time. */
function topicOf({ loaded, query }: FormContext): readonly string[] {
  const runs = topicOfDetail(query.folded, wordsOf(loaded));
  return runs.length > 0 ? runs : query.content;
}

/** 「（2）修订扶持办法，完成时限：4月底前」: an item whose heading is the task and whose text is the note. */
const isWholeItem = ({ passages }: Plan, { section }: Passage): boolean =>
  section !== null && passages.filter((other) => other.section === section).length === 1;

const tellsTime = /\d{1,2}[月日号](?:\d|底|前|份|中旬|上旬|下旬|末|[,，])|每[月周季旬]|[年月季]底|季度末|[上下]半年/;

const tellsWho = /由[\u4e00-\u9fff]{1,12}(?:担任|负责|牵头|主抓|主持|当)|(?:链长|指挥长|组长|总指挥)[是由为]/;

/** 「抽水蓄能电站6月底前开工，快速通道年内建成通车」: the clause that is asked about has a time of its own. */
function isOfOtherClause(passage: Passage, deadline: Span, topic: readonly string[]): boolean {
  if (passage.table !== null) return false;
  const named = topic.flatMap((run) => (run.length >= tellingName ? [run, run.slice(-tellingName)] : []));
  let start = passage.start;
  for (const clause of passage.text.split(/(?<=[，,；;])/)) {
    const end = start + clause.length;
    const isAsked = named.some((name) => clause.includes(name));
    if (isAsked && (deadline.start < start || deadline.start >= end)) return ownTime.test(clause);
    if (isAsked) return false;
    start = end;
  }
  return false;
}

/** The steps of a project, each by the words that say it. */
const steps = [
  /批复|可研|立项|审批|前期/,
  /开工|启动建设|动工/,
  /建成|竣工|完工|通车|投用|投产|投运|启用|交付|运营|封顶/,
];

/** 「沿湖高速什么时候通车」 of 「9月底前完成工可批复」: the time is that of another step. */
function isOfOtherStep(passage: Passage, deadline: Span, folded: string): boolean {
  if (passage.table !== null) return false;
  const asked = steps.filter((step) => step.test(folded));
  const at = deadline.start - passage.start;
  const clause = /[^，,；;。]*$/.exec(passage.text.slice(0, at))?.[0] ?? '';
  const behind = /^[^，,；;。]*/.exec(passage.text.slice(at))?.[0] ?? '';
  const told = steps.filter((step) => step.test(clause + behind));
  return asked.length > 0 && told.length > 0 && !told.some((step) => asked.includes(step));
}

const tellingName = 4;
const ownTime = /年内|年底|\d{1,2}月(?:底|初|中旬|上旬|下旬)?前?|[上下]半年|[一二三四]季度/;

/** 「绿色低碳制造这项工作由谁负责」: the one office that the part's notes name; null where they name several, or none. */
function ownerOfPart(context: FormContext): Passage | null {
  const { plan } = context.loaded;
  const [found] = sectionsAbout(context, topicOf(context));
  if (!found || found.coverage < partNamed) return null;
  const { start, bodyEnd } = found.section;
  const told = plan.passages
    .filter((passage) => passage.start >= start && passage.end <= bodyEnd)
    .map((passage) => ({ passage, owner: passageDetails(plan, passage).owner?.text }))
    .filter(({ owner }) => owner !== undefined);
  return new Set(told.map(({ owner }) => owner)).size === 1 ? (told[0]?.passage ?? null) : null;
}
const partNamed = 0.75;

/** 「民生实事第4件谁负责」: the sentence of that item that says so; null where the question names none by its number. */
function itemByNumber(context: FormContext, wanted: 'owner' | 'deadline' | 'both' | 'support'): Passage | null {
  const { plan } = context.loaded;
  if (wanted === 'support' || !/第[一二三四五六七八九十\d]{1,3}[件项条]/.test(context.query.folded)) return null;
  const runs = scopeRuns(context);
  if (runs.length === 0 && !context.query.folded.includes('附件')) return null;
  const item = sectionByOrdinal(context, runs);
  if (!item) return null;
  const within = plan.passages.filter(({ start, end }) => start >= item.start && end <= item.bodyEnd);
  return (
    within.find((passage) => {
      const { owner, deadline } = passageDetails(plan, passage);
      return (
        (!isOwnerNote(passage) || isWholeItem(plan, passage)) && (wanted === 'deadline' ? deadline : owner) !== null
      );
    }) ?? null
  );
}

/** 负责人 is a person, not a charge. */
export const namesCharge = /牵头|负责(?!人|同志)|承担|主管|主抓(?!手)|分管|挂帅|包抓/;

/** Who answers for a task, or by when it is due, as its row or its sentence says. */
export function findDetail(context: FormContext): Finding {
  const { loaded, query } = context;
  // 「安监科负责哪些任务」 of a plan that gives it none.
  if (query.form !== 'owner' && query.form !== 'deadline' && asksForTasks(query)) return refuse('unknown');
  const asksOwner = query.form === 'owner' || (query.form !== 'deadline' && namesCharge.test(query.raw));
  const asksDeadline =
    query.form === 'deadline' || /什么时(?:候|间)|何时|时限|期限|几月|啥时|哪天|最晚|最迟/.test(query.folded);
  const asksSupport = asksOwner && /配合|协办|协同/.test(query.folded) && !/牵头|责任|负责/.test(query.folded);
  const wanted = asksSupport ? 'support' : asksOwner && asksDeadline ? 'both' : asksOwner ? 'owner' : 'deadline';
  const numbered = itemByNumber(context, wanted);
  if (numbered) return { kind: 'detail', passages: [numbered], wanted };
  const found = passagesAbout({ ...context, query: { ...query, content: topicOf(context) } }, 5).filter(
    // A note below a task says of whom it tells by the task's own sentence.
    ({ passage, coverage, score }) =>
      coverage >= 0.45 && score >= 0.4 && (!isOwnerNote(passage) || isWholeItem(loaded.plan, passage)),
  );
  for (const { passage, score } of found) {
    if (score < 0.75 * (found[0]?.score ?? 0)) break;
    const { owner, deadline } =
      wanted === 'support'
        ? { owner: supportersOf(loaded.plan, passage), deadline: null }
        : passageDetails(loaded.plan, passage);
    const isOther =
      deadline !== null &&
      (isOfOtherClause(passage, deadline, topicOf(context)) || isOfOtherStep(passage, deadline, query.folded));
    if (wanted === 'deadline' && isOther) return { kind: 'passage', passages: [passage], sections: [], figures: [] };
    if ((wanted !== 'deadline' && owner !== null) || (wanted !== 'owner' && deadline !== null))
      return { kind: 'detail', passages: [passage], wanted };
  }
  const ofPart = wanted === 'owner' ? ownerOfPart(context) : null;
  if (ofPart) return { kind: 'detail', passages: [ofPart], wanted };
  // 「由县领导担任链长」
  if (asksOwner && found[0] && tellsWho.test(found[0].passage.text))
    return { kind: 'passage', passages: [found[0].passage], sections: [], figures: [] };
  // 「每月5日前报送」: a time that is no deadline of a task answers all the same.
  const [best] = found;
  if (wanted !== 'support' && asksDeadline && best && tellsTime.test(best.passage.text))
    return { kind: 'passage', passages: [best.passage], sections: [], figures: [] };
  const nearest = nearestFigures(context);
  return refuse(
    found.length > 0 ? 'no-detail' : 'unknown',
    nearest,
    found.map(({ passage }) => passage),
  );
}
