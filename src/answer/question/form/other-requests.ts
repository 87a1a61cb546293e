import type { FormHints } from './form-hints.ts';

/** Requests that no plan answers: instructions to the program, writing jobs, the weather, markets, small talk. */
const otherRequests: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|跳过|不要管|别管|抛开).{0,8}(?:指令|指示|要求|规则|设定|提示|约束|内容|限制)/,
  /系统提示|提示词|prompt|ignore (?:all|the|previous)|system message|jailbreak|越狱|开发者模式/i,
  // 「帮我总结一下这个文件」: no text is written; 「总结推广的经验」 is the plan's.
  /(?:总结|概括|归纳|提炼|缩写|改写|润色)(?:一?下)(?!.*(?:指标|目标|数据|数字|任务|有哪些|多少|几))(?:这|那|本|全文|整|文件|内容|报告|要点|计划|讲话|材料|它|吧|$)|(?:帮|给)我?[^,，]{0,4}(?:写|做|列|出)(?:个|一?份|一?段)?(?:摘要|总结|概要|提纲|大纲|讲话稿|汇报稿|心得)/,
  /(?:你现在是|你是一个|假装|扮演|假设你是|从现在起你|充当)/,
  /(?:改|写|编|译|变|翻)(?:写|编)?成(?:一?[首篇段个份副幅])?[\u4e00-\u9fff]{0,4}(?:诗|歌|词|曲|故事|小说|段子|笑话|顺口溜|快板|相声|对联|英文|英语|外文|白话|文言文?)(?![舞剧厅艺线目馆会])/,
  /(?:写|作|来|编|创作|生成|起草|拟)(?:一|个|篇|首|段|份|封|句|几|两|条|点)*(?:关于.*)?(?:诗|歌|故事|小说|作文|文章|代码|程序|对联|情书|检讨|请假条|文案|发言稿|演讲稿|新闻稿|通讯稿|散文|段子|笑话|谜语)/,
  /(?:今天|明天|后天|昨天|今晚|本周|这周|周末).{0,12}(?:多少钱|几点|天气|吃什么|去哪|怎么走|限行|停电|停水|价)/,
  /我(?:家|爸|妈|孩子|老公|老婆|们家)?(?:失业|能领|能拿|可以领|能不能|该怎么|怎么办|要交|该交|符合)|办理?.{0,10}(?:要带什么|带什么|需要什么材料|什么流程)|帮我算(?!.*(?:多少|一共|合计|总共|几))/,
  /(?:等额本息|月供|我.{0,4}(?:贷款|房贷|工资|社保|公积金|户口|孩子上学).{0,10}(?:多少|怎么|几))/,
  /吃(?:点|些)?(?:什么|啥)(?:药|菜|饭)?(?:好|合适|管用|[呢呀啊吧哦]|[?？,，]|$)|推荐(?:一下|几|两|三|个|一|点|些)+[\u4e00-\u9fff]{0,3}(?:菜|书|歌|餐|饭|景点|酒店|剧)/,
  /我(?:这两天|这几天|最近|今天|昨天|从昨晚|老是|一直)?[\u4e00-\u9fff]{0,4}(?:疼|痛|发烧|低烧|咳嗽|感冒|不舒服|头晕|拉肚子)/,
  /陪我(?![市县区们])|聊(?:两句|几句|会儿?|聊天|一聊)|(?:今天|最近)?心情(?:不|很|好|差|有点)/,
  /(?:报个?修|订个?(?:票|餐|会议室|车)|叫个?(?:车|外卖)|帮我.{0,6}(?:预约|打印|复印|充值|报销))/,
  /吃(?:饭|早饭|午饭|晚饭)?了?(?:没有?|吗|嘛)[啊呀呢]?[?？。!！]*$/,
  // 「？？」 asks for help.
  /^[\p{P}\s]+$/u,
  // A greeting alone; one in front of a question is manners.
  /^(?:(?:你|您|大家|各位|领导|同志们?|[局处科]长|书记|主任)好|hi|hello|在吗|早上好|晚上好)(?:[啊呀吗呢了各位\s,，.。!！?？~～]*)$|^(?:你好|您好)?[,，]?(?:你是谁|你叫什么|你会什么|你能做什么)/i,
];

/** Matters of other programs; a plan may have a number for them all the same: 放映电影, 足球场, 天气预报准确率. */
const otherTopics =
  /天气(?!好|晴)|下[雨雪](?!就|天|时|后|[,，]?[^,，。]{0,6}(?:内涝|积水|淹))|气温|几度|股票|股市|基金推荐|彩票|星座|运势|翻译成|翻译一下|讲个笑话|唱首|电影|电视剧|外卖|点餐|菜谱|怎么做菜|火车票|机票|航班动态|足球|篮球|比分(?!别)|世界杯|明星|游戏攻略|几点了|今天几号|星期几/;

/** Whether a question is no question about a plan by its wording alone. */
export const isOtherRequest = (text: string): boolean => otherRequests.some((pattern) => pattern.test(text));

/** 「明天有什么电影」 is none for a plan; 「放映电影多少场」 is one for a plan that has films. */
export function isOtherTopic(text: string, { wantsNumber, inPlan }: FormHints): boolean {
  const match = otherTopics.exec(text);
  if (match === null) return false;
  const [topic] = match;
  // 「公益电影场次」: the plan has the topic with the same neighbour.
  const [before, after] = [text[match.index - 1] ?? '', text[match.index + topic.length] ?? ''];
  const inContext = [before + topic, topic + after].some(
    (words) => words !== topic && /^[\u4e00-\u9fff]+$/.test(words) && inPlan(words),
  );
  // 「篮球的呢」 goes on with what was asked before.
  const asksOn = wantsNumber || /呢[?？]?$/.test(text);
  return !(asksOn && inPlan(topic)) && !inContext;
}
