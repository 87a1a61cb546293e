import { readChineseNumber } from '../text/chinese-number.ts';
import { actionVerbPattern } from './action-verbs.ts';

const doing = new RegExp(
  `(?:${actionVerbPattern}|有|共|共有|达|达到|超|超过|突破|不少于|至少|约|近|其中|分别|和|、|增至|增加到|提高到|控制在|低于|不低于)(?:了|约|近)?$`,
);
const atLeast = /(?:不少于|不低于|至少|不超过|不多于)$/;
/** 「每季度至少演练一次」 */
const atLeastOnce = /至少[\u4e00-\u9fff]{2,4}$/;
/** 一 with these is a manner of speaking, unless it is the least: 一批, 一项, 一次. */
const vague =
  /^(?:个|批|种|类|项|件|次|条|道|片|块|面|层|些|本|天|人|名|位|级|张|点|对|站|家|村|户|口|班|组|期|轮|支|间|门|线|场|套|段)$/;
const slogan =
  /^(?:大|级|流|化|坚持|不|必|要|关键|到位|确立|维护|全面|事(?![项业务故])|聚焦|注重|突破|严|率先|统一|结合|转变|优先|确保|着力)/;

/**
 * Chinese numerals count where they are compound (三百二十个), a task's verb governs them (建成两所), or they end a
 * clause behind the noun that they count (新开航线两条); 「三个坚持」, 「一个都不能少」, 「四个不摘」 and 「五大行动」
 * are ways of speaking. `before` is the clause up to the numeral.
 */
export function isCounted(before: string, printed: string, unit: string, after: string): boolean {
  if (/[“"「《'‘]$/.test(before)) return false;
  if (/^[”"」]/.test(after)) return false;
  if (printed.length >= 2 && /[十百千万亿点]/.test(printed)) return true;
  if (after.startsWith('方面') && unit === '个') return false;
  // 「启动流域治理二期」 is a stage, unless something is held: 「举办研修班三期」.
  if (unit === '期' && !/[办班训]|组织|开展|编发|刊发|印发/.test(before)) return false;
  if (endsItsClause(before, printed, unit, after) || (/^[次轮]$/.test(unit) && atLeastOnce.test(before))) return true;
  if (printed === '一' && !atLeast.test(before) && (vague.test(unit) || /[、和]$/.test(before))) return false;
  if (slogan.test(after)) return false;
  return doing.test(before) || atLeast.test(before);
}

const anyVerb = new RegExp(actionVerbPattern);
const making =
  /新建|建成|建设|建立|设立|成立|组建|打造|培育|创建|引进|开通|开设|开办|新增|增设|推出|购置|配备|认定|开发|获批|选树/;

/** 「争取新开航线两条」, 「设立海外仓一个」: the count stands behind its noun; not 「甲、乙两个」, which sums up. */
function endsItsClause(before: string, printed: string, unit: string, after: string): boolean {
  if (!/^(?:[、,;。!)]|以上|左右|$)/.test(after) || /^(?:批|天|次|些|点|级|位|期)$/.test(unit)) return false;
  if (
    !/[\u4e00-\u9fff”」)]{2}$/.test(before) ||
    /(?:[为成分的各这那每第前后共]|上述|以下|如下|[^开]通过)$/.test(before)
  )
    return false;
  const verb = (printed === '一' ? making : anyVerb).exec(before);
  if (verb === null) return false;
  const noun = before.slice(verb.index + verb[0].length);
  // The verb alone before the number is the other rule's business.
  if (!/[\u4e00-\u9fff”」)]{2}$/.test(noun)) return false;
  return noun.split(/[、和与]/).length !== readChineseNumber(printed) || printed === '一';
}
