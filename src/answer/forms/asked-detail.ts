import type { Passage } from '../../plan/plan.ts';
import { asksRank } from '../question/ask-words.ts';

interface AskedDetail {
  /** What the question asks of a thing. */
  readonly asked: RegExp;
  /** What a sentence that tells it has. */
  readonly tells: RegExp;
}

const building = '(?:施工|承建|代建|中标|设计|监理|运营|供货|开发|投资建设)';

/** Details that a sentence about the thing need not have: its builder, its address, a telephone number, a reason. */
const details: readonly AskedDetail[] = [
  {
    asked: new RegExp(
      `(?:谁|哪一?[家个]|什么)(?:公司|企业|单位|集团|院|施工队)?(?:来|在|的?)?${building}|哪一?家(?:公司|企业|集团)|${building}(?:单位|公司|企业|方)(?:是|为|叫)?(?:谁|哪|什么)`,
    ),
    tells: new RegExp(`${building}(?:单位|公司|企业|方)|[\\u4e00-\\u9fff]{2}(?:公司|集团|设计院)`),
  },
  { asked: /(?:电话|手机|联系方式|邮箱|网址)(?:号码?)?(?:是|为|有)?(?:多少|什么|哪|几|[?？]|$)/, tells: /\d{7,}|\d{3,4}-\d{7}|@|www/ },
  { asked: /(?:地址|具体位置)(?:是|在)?(?:哪|什么|[?？]|$)|[建设开选落]在(?:哪|什么地方)|在哪条[街路]|几号楼/, tells: /位于|选址|地址|[\u4e00-\u9fff]{2}(?:(?<![公铁道线网])路|街|大道)|以[东南西北]/ },
  { asked: /谁(?:来|在)?(?:监管|管理|管|负责|牵头|主管|主抓)/, tells: /由[\u4e00-\u9fff]{2}|负责|牵头|责任|主管|承担/ },
  { asked: /(?:书记|主席|[省市县区镇乡局部厅处科院校所]长|主任|总经理|董事长)(?:到底)?(?:是|叫)(?:谁|哪位|什么名字?|啥名字?)|谁是[^,，。]{0,8}(?:书记|主席|[省市县区镇乡局部厅处科院校所]长|主任)/, tells: /(?:书记|[省市县区镇乡局部厅处科院校所]长|主任)[\u4e00-\u9fff]{2,3}(?:[)、,，。;；]|同志|主持|作)/ },
  { asked: asksRank, tells: /第[一二三四五六七八九十\d]+[位名]?|前[一二三四五六七八九十\d]+[位名]?|前列|首位|榜首|位次/ },
  { asked: /为什么|为啥|什么原因|咋回事|怪谁/, tells: /因|由于|受.{1,12}影响|原因|主要是/ },
]; // prettier-ignore

/** Whether a sentence may answer the question: one that asks for such a detail needs a sentence that has it. */
export const mayTell = (folded: string, { text }: Passage): boolean =>
  details.every(({ asked, tells }) => !asked.test(folded) || tells.test(text));
