import type { FormHints } from './form-hints.ts';

const office = '(?:单位|领导|部门|科室|股室|科|股|局|处室|处|厅|委|办|中心|机构|人)';
const inCharge = '(?:负责|牵头|配合|协办|主管|主抓(?!手)|管|承担|落实|责任)';
const owner = new RegExp(
  [
    // 「谁负责」, 「哪个科室牵头」
    `(?:谁|哪个|哪些|哪家|什么)${office}?(?:来)?${inCharge}`,
    // 「归谁管」
    '(?:归|由|属)(?:哪|谁)',
    // 「是哪几家单位」
    '是(?:哪个|哪些|哪几[个家])(?:单位|部门|局|科室|处室|股室)',
    // 「责任单位」
    '(?:责任|牵头|负责)(?:单位|部门)',
    // 「谁来抓」
    '谁(?:负责|牵头|管|来|干|抓|当|担任|包联|包保)',
    // 「哪个科」
    '哪个(?:单位|部门|科室|科|局)',
    // 「哪位领导挂帅」
    '(?:哪个|哪位|什么)领导(?:负责|牵头|分管|主抓|管|挂帅|包)',
  ].join('|'),
);

/** 「什么时候建成」, 「时限」 */
const deadline =
  /(?:什么|啥)时(?:候|间)|何时|几月|时限(?!(?:平均)?(?:再)?(?:压|缩|减))|截止|期限|完成时间|哪天|最晚|最迟|多久之?前|什么时间|哪个月|时间节点|哪一?年(?:底|内)?(?:能|才|要|会|就)*(?:建成|通车|完工|竣工|投用|投产|开工|开通|启用|交付|完成|实现|搬)/;

/** 「哪个科室连着两次排最后，会怎么处理」 asks what follows, not who. */
const followsFrom = /(?:怎么|如何)(?:处理|处置|处罚|问责|追责|办理?$)|什么(?:后果|处罚|处理)/;

/** Whether a question asks who is in charge; 「几个部门牵头的事」 asks for a number unless it names the charge. */
export const asksOwner = (text: string, { wantsNumber }: FormHints): boolean =>
  owner.test(text) && !followsFrom.test(text) && (!wantsNumber || /负责|牵头|责任|主管/.test(text));

/** Whether a question asks by when something is to be done. */
export const asksDeadline = (text: string, { wantsNumber, quantities }: FormHints): boolean =>
  !wantsNumber && quantities === 0 && deadline.test(text);

/** Whether a clause asks who is in charge, by when it is due, or both; null for neither. */
export function detailAskedIn(clause: string): 'owner' | 'deadline' | 'both' | null {
  const [asksWho, asksWhen] = [owner.test(clause), deadline.test(clause)];
  if (asksWho && asksWhen) return 'both';
  return asksWho ? 'owner' : asksWhen ? 'deadline' : null;
}
