import { actionVerbPattern, verbRunPattern } from './action-verbs.ts';

/** Not the 及 of 普及率, the 和 of 和谐 or the 与 of 参与. */
/** 及 that joins two things: not in 惠及, 普及 or 及时. */
export const joiningJi = '(?<![惠普涉波危触顾])及(?!时|格|早)';
const joints = new RegExp(`、|以及|(?<=”)(?=“)|(?<!饱|总|共|缓)和(?!谐|平|睦)|(?<!参|给|赋|会)与(?!会)|${joiningJi}`);
const heads = /(?:率|量|额|收入|支出|产值|面积|比例|比重|指数|浓度|人数|标准|总值|投资|水平|价格|数|里程|能力|规模)$/;
const statistic = /(?:[\u4e00-\u9fff]{2}率|[起人次户件]数)$/;
const person = /(?:教师|校长|医师|护士|学生|干部|党员|职工|农民|老人|儿童|人员|代表|委员|博士|硕士)$/;
const doneToAll = /(?:抽检|检测|监测|检验|检查|抽查|巡查|排查|演练|培训|体检|筛查|执法|救助|补助|补贴)$/;
const strongLead = new RegExp(`^${verbRunPattern}`);

/**
 * The names that several quantities are given for, in order: 「城镇和农村居民人均可支配收入」 for two is
 * 城镇居民人均可支配收入 and 农村居民人均可支配收入. Empty where the words do not divide into `count`.
 */
export function distribute(names: string, count: number): string[] {
  // 城乡 is 城镇 and 农村 for incomes (the statistics' words), 城市 and 农村 for allowances.
  if (names.startsWith('城乡') && count === 2)
    return [/居民|收入/.test(names) ? '城镇' : '城市', '农村'].map((place) => place + names.slice(2));
  // 「“五一”、国庆假期分别接待游客」
  const [, whose, does] = /^(.{2,}?)分别(.{2,})$/.exec(names) ?? [];
  if (whose !== undefined && does !== undefined) return distribute(whose, count).map((part) => part + does);
  const parts = names.split(joints).filter((part) => part !== '');
  if (parts.length !== count || count < 2) return [];
  const last = parts.at(-1) ?? '';
  // 「第一、二、三产业增加值」
  const ordinals = /^第?([一二三四五六七八九十])(.+)$/.exec(last);
  if (
    ordinals &&
    names.startsWith('第') &&
    parts.slice(0, -1).every((part) => /^第?[一二三四五六七八九十]$/.test(part))
  )
    return parts.map((part) => `第${part.replace('第', '').slice(0, 1)}${ordinals[2] ?? ''}`);
  // 「甲、乙、丙三大产业产值」: what follows the count belongs to each.
  const counted = /(?:[两二三四五六七八九十]大|[两二三四五六七八九十]个|等)(.{2,})$/.exec(last);
  if (counted) return parts.map((part) => (part === last ? last.slice(0, counted.index) : part) + (counted[1] ?? ''));
  const first = parts[0] ?? '';
  const named = (part: string, index: number): boolean => index === count - 1 || heads.test(part);
  // 「城镇职工养老、失业、工伤保险参保人数」: the shortest part tells where what all of them share begins.
  const shortest = Math.min(...parts.filter((part, index) => !named(part, index)).map(({ length }) => length));
  return parts.map((part, index) => {
    if (index > 0 && named(part, index)) return withLead(part, first);
    return named(part, index) ? part : withTail(part, last, shortest);
  });
}

/** 「小学、初中净入学率」: the shorter part shares what follows the last one's own first word. */
function withTail(part: string, last: string, shortest: number): string {
  const quoted = /^“[^”]*”$/.test(part) ? /^(“[^”]*”)?.*?(.{2})?$/.exec(last) : null;
  // 「“甲甲”“乙”项目」, 「“五一”、国庆假期」
  if (quoted) return part + (quoted[1] === undefined ? (quoted[2] ?? '') : last.slice(quoted[1].length));
  // 「优秀教师、骨干教师交流比例」, 「装备制造业、电子制造业增加值」: both have the same word before it.
  for (let length = Math.min(part.length, 4); length >= 2; length -= 1) {
    const at = last.indexOf(part.slice(-length));
    if (at >= 0 && at + length < last.length) return part + last.slice(at + length);
  }
  // 「药品、医疗器械抽检」: what is done to all of them.
  const done = doneToAll.exec(last);
  if (done && done.index >= 2) return part.endsWith(done[0]) ? part : part + done[0];
  if (shortest >= last.length - 1) return part;
  // 「卫生院、社区服务中心达到标准的比例」
  const predicate = /(?:达到|占|参与|接入|开设|拥有|享受).{2,}$/.exec(last);
  if (predicate && predicate.index > 1) return part + predicate[0];
  return part + last.slice(Math.min(part.length, shortest));
}

/** 「感染者治疗覆盖率、治疗成功率」, 「项目履约率、开工率」: the later part leaves out whose it is. */
function withLead(part: string, first: string): string {
  if (strongLead.test(part) || part.length >= first.length) return part;
  const shared = first.indexOf(part.slice(0, 2));
  if (shared > 1 && statistic.test(part) && !new RegExp(`^${actionVerbPattern}$`).test(first.slice(0, shared)))
    return first.slice(0, shared) + part;
  const whose = first.replace(statistic, '');
  if (part.length <= 4 && whose !== first && whose.length >= 2 && statistic.test(part) && first.at(-1) === part.at(-1))
    return whose + part;
  const people = [first, part].map((name) => person.exec(name)?.[0] ?? '');
  if (people[1] === part && people[0] !== '' && people[0] !== part)
    return first.slice(0, -(people[0] ?? '').length) + part;
  return part;
}
