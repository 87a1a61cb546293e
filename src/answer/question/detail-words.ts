import { contentRuns } from './content-runs.ts';
import type { Query } from './query.ts';

/** What asks who answers for a task and by when it is due; it names no task. */
const detailWords =
  /(?:这|该|那)一?[项个条件](?:工作|任务|事情?|活儿?)?|(?:谁|哪位领导|哪(?:几?[个家]|些)?(?:单位|部门|科室|股室|科|股|局|处室|处|机构|领导|人)?)(?:来|在)?(?:当|担任|负责|牵头|配合|协办|主管|主抓|分管|挂帅|管|承担|落实|组织实施|实施|组织|承办|抓|干|做)?|责任(?:单位|部门|科室|处室|人)|牵头(?:单位|部门)?|配合(?:单位|部门)|负责(?:单位|部门)?|归|几月份?(?:底|末|初)?(?:之?前)?|什么时(?:候|间)|啥时(?:候|间)?|何时|时限|期限|截止|之前|以前|[弄干改做搞办建]完|完成|开工|完工|竣工|最(?:晚|迟)/g;

/** The runs of a question without the words that ask for owner and time. */
export const topicOfDetail = (folded: string, known: (gram: string) => boolean): string[] =>
  contentRuns(folded.replace(detailWords, '|'), known).filter((run) => !/^[要在到前底]$/.test(run));

/** What is left of a clause without the words that ask for owner and time. */
export const withoutDetailWords = (clause: string): string =>
  clause.replace(detailWords, '').replace(/^[由是的要]+|[是的要由]+$/g, '');

/** 「谁牵头，几月底前要弄完」: it asks of what was spoken of before. */
export const isDetailOnly = ({ form, folded }: Query, known: (gram: string) => boolean): boolean =>
  (form === 'owner' || form === 'deadline') && topicOfDetail(folded, known).length === 0;
