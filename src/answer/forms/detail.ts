import { isOwnerNote, passageDetails } from '../../figures/details.ts';
import { refuse, type Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';
import { passagesAbout } from './passage-search.ts';

/** 「财政金融局牵头哪几项」: the passages whose 责任单位 the question names; null where it names none. */
function tasksOfOwner({ loaded, query }: FormContext): Finding | null {
  const owned = loaded.plan.passages
    .filter((passage) => !isOwnerNote(passage))
    .map((passage) => ({ passage, owner: passageDetails(loaded.plan, passage).owner?.text ?? '' }))
    .filter(({ owner }) => ownersIn(owner).some((name) => query.folded.includes(name)));
  return owned.length === 0
    ? null
    : { kind: 'passage', passages: owned.map(({ passage }) => passage).slice(0, mostTasks), sections: [], figures: [] };
}

/** The question without the words that ask for owner and time. */
function topicOf({ loaded, query }: FormContext): readonly string[] {
  const runs = contentRuns(query.folded.replace(detailWords, '|'), (gram) => loaded.terms.has(gram));
  return runs.length > 0 ? runs : query.content;
}

const detailWords =
  /(?:谁|哪[个些家]?(?:单位|部门|科室|科|局|处室|机构|人)?)(?:来|在)?(?:负责|牵头|主管|主抓|管|承担|落实|抓|干|做)?|责任(?:单位|部门|人)|牵头(?:单位|部门)?|负责(?:单位|部门)?|归|几月份?(?:之?前|底)?|什么时(?:候|间)|啥时(?:候|间)?|何时|时限|期限|截止|之前|以前|弄完|干完|改完|做完|完成|开工|最(?:晚|迟)/g;

const mostTasks = 12;
/** 「市教育局、市财政局」 are two; a name of two characters is too short to tell. */
const ownersIn = (owner: string): string[] => owner.split(/[、，,；;\s]+/).filter((name) => name.length >= 3);

/** Who answers for a task, or by when it is due, as its row or its sentence says. */
export function findDetail(context: FormContext): Finding {
  const { loaded, query, meanings } = context;
  if (
    /(?:牵头|负责|承担|主管|主抓|管)的?(?:哪|有哪|多少|几|什么|任务|工作|有几)|(?:哪些|几项|什么).{0,4}(?:任务|工作).{0,4}(?:归|由)/.test(
      query.folded,
    )
  ) {
    const tasks = tasksOfOwner(context);
    if (tasks) return tasks;
  }
  const asksOwner = query.form === 'owner';
  const asksDeadline =
    query.form === 'deadline' || /什么时(?:候|间)|何时|时限|期限|几月|啥时|哪天|最晚|最迟/.test(query.folded);
  const wanted = asksOwner && asksDeadline ? 'both' : asksOwner ? 'owner' : 'deadline';
  const found = passagesAbout({ ...context, query: { ...query, content: topicOf(context) } }, 5).filter(
    ({ coverage, score }) => coverage >= 0.45 && score >= 0.4,
  );
  for (const { passage, score } of found) {
    if (score < 0.75 * (found[0]?.score ?? 0)) break;
    const { owner, deadline } = passageDetails(loaded.plan, passage);
    if ((wanted !== 'deadline' && owner !== null) || (wanted !== 'owner' && deadline !== null))
      return { kind: 'detail', passages: [passage], wanted };
  }
  const nearest = rankFigures(loaded, query.content, null, meanings)
    .slice(0, 3)
    .map(({ figure }) => figure);
  return refuse(
    found.length > 0 ? 'no-detail' : 'unknown',
    nearest,
    found.map(({ passage }) => passage),
  );
}
