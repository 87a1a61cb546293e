import { findQuantities } from '../../figures/quantities.ts';

/** Where somebody has a value from that is to be checked: 「初稿里」, 「我手上这版」. */
const source =
  /(?:我|咱们?)?(?:手上|手头|手里)?(?:的|这|那)?一?[版份个]?(?:(?:初稿|草稿|底稿|讲稿|送审稿|打印稿|稿子|稿件)(?:里|上|中)?面?|(?:材料|简报|笔记|课件)(?:[里上中]面?|(?=写|印|填|列|说)))(?:我)?|(?:我|咱们?)?(?:手上|手头|手里)(?:的|这|那)一?[版份]/g;
/** 「我记得是…」 */
const memory =
  /我(?:记得|记着|印象[里中]?)(?:好像|原来|以前|大概|应该)*(?:不对|(?:是|有)?(?:\d+(?:\.\d+)?(?=[,，。?？]|$))?)|(?:有人|别人|他们)(?:说|记得)(?:的)?(?:是)?/g;
const checks = /多少|几|原文|对不对|对吗|准不准|核|写错|有错|一致|没错/;
/** 「写的是」, 「印成」 right before what was removed. */
const said = '错?(?:写|印|填|列|记|标|说|用|登)(?:的|了|着|成|错|作|为)*(?:是|为)?';
const saidAtEnd = new RegExp(`(?<!听|再|据)${said}(?=了?(?:[,，。?？]|$)|(?:同比|比上年)?(?:增长|下降)[,，])`, 'g');
const saidAtStart = new RegExp(`(?<=^|[,，])${said}[:：]?(?=[\\u4e00-\\u9fff\\d“])`, 'g');
/** What asks whether it is right, for 「是多少」. */
const asksWhether =
  /(?:这|那)?(?:[两三几]个?|个)?(?:数字?|数据|增幅|比例|说法)?(?:是不是)?(?:没|有没有)?(?:写|印|填)?(?:对不对|对吗|错了?吧|错了?吗|准不准|错没错)|[跟和与](?:要点|原文|文件|报告|讲话)(?:里的?)?(?:是否)?(?:一致|一样|对得上)(?:吗|不|吧)?/;
const several = /(?:[两三四五几]个?(?:数|指标|数据)|、)/;
const numberLeft = /(?<=[\u4e00-\u9fff])\d+(?:\.\d+)?(?=[,，、。?？]|$)/g;

/** A question without the value that it wants checked: it is not what is looked for, and may be wrong. */
export function withoutClaim(folded: string): string {
  const decided = withoutAlternatives(folded);
  const rest = decided.replace(source, '').replace(memory, '');
  if (rest === decided || !checks.test(folded)) return decided;
  const bare = findQuantities(rest)
    .filter(({ value, bare, end }) => value !== null && !bare && !/^(?:及?以[上下内]|的)/.test(rest.slice(end)))
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), rest);
  if (bare === rest && !asksWhether.test(rest)) return rest.replace(saidAtStart, '');
  const asked = several.test(bare) ? '分别是多少' : '是多少';
  const named = bare
    .replace(numberLeft, '')
    .replace(/^把(?=.*[写印填]成)/, '')
    .replace(saidAtEnd, '')
    .replace(saidAtStart, '')
    .replace(/[“”]/g, '')
    .replace(/了(?=[,，。?？])/g, '')
    .replace(/[,，]+(?=[,，?？])/g, '');
  return /多少|几/.test(named) ? named.replace(asksWhether, '') : named.replace(asksWhether, asked);
}

/** 「写的是600人次还是6000人次」 asks how many there are. */
function withoutAlternatives(folded: string): string {
  const quantities = findQuantities(folded);
  for (const [index, first] of quantities.entries()) {
    const second = quantities[index + 1];
    if (first.unit !== second?.unit || folded.slice(first.end, second.start) !== '还是') continue;
    const before = folded.slice(0, first.start).replace(new RegExp(`(?:${said}|是)$`), '');
    return `${before}是多少${first.unit}${folded.slice(second.end)}`;
  }
  return folded;
}
