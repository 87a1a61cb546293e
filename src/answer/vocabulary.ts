/**
 * Words of questions, not of any one plan. Three tables: what asks without naming a thing, how officials and citizens
 * call things that plans call otherwise, and requests that are no question about a plan.
 */

/** Words that only ask, address or point; they name nothing that could be looked up. Longest first when matched. */
export const functionWords: readonly string[] =
  '请问 麻烦 劳驾 帮我 帮忙 帮 查一下 查查 查下 查询 看一下 看看 告诉我 告诉 说一下 说说 讲讲 讲一下 讲了 报一下 问一下 想知道 想问 想查 我想 我要 我们 咱们 咱 你们 你 我 他们 领导 同志 今年底 今年 去年底 去年 上年度 上一年度 上一年 上年 本年度 本年 过去一年 过去的一年 全年 年内 年底 前一年 这一年 当年 目前 现在 眼下 到年底 年初 目标值 目标 任务数 任务量 任务 指标值 指标 硬指标 数字 数据 数值 数额 数目 数量 数 成绩单 成绩 计划 打算 安排 要求 规定 预期 预计 力争 争取 准备 想要 需要 应该 应当 必须 务必 能够 可以 实际 情况 结果 多少个 多少 几个 几项 几条 几 若干 多大 多长时间 多长 多久 多远 多高 百分之几 百分之多少 什么时候 什么 啥时候 啥 哪些 哪几个 哪几项 哪几 哪个 哪项 哪一项 哪一条 哪条 哪里 哪儿 哪 谁 怎么样 怎么 怎样 如何 咋样 咋 为什么 分别是 分别 各是 各自 各 都是 都有 都 一共 总共 合计 共计 共 总的 具体是 具体 到底 究竟 大概 大约 左右 至少 最多 还有 还是 还要 还剩 还 又 再 就是 就 也 只 才 已经 已 曾 文件里的 文件里 文件中 文件 报告里 报告中 报告 讲话里 讲话 材料里 材料 要点里 要点 计划里 里面 里头 里 当中 之中 中的 上面 方面 这块 这一块 那块 那个 那一条 这一条 那条 这条 那段 这段 那部分 这部分 部分 一条 一段 那 这个 这 该 其 要到 得到 能到 是多少 有多少 是不是 有没有 是否 没有 是 有 会 要 得 把 将 被 给 让 使 对 在 到 从 由 向 于 以 为 和 与 跟 同 及 的话 的 地 了 着 过 吗 呢 吧 啊 呀 嘛 么 哦 哈 啦 哩 个 些 项 来着 一下 下 完成 达到 达成 实现 做到 搞 弄 干 做 办 定 定的 定在 定为 整 提到 写着 写的 写 说的 说 讲 提 列出来 列出 列一下 列 报 指的是 指的 指 叫 占 成 全市 全县 全省 全区 市里 县里 区里 局里 咱们市 我市 我县 我区 本市 本县 这边 水平 程度'.split(
    ' ',
  );

/**
 * How people call things, and what plans write: statutory names, statistics and their short forms. A name is replaced
 * only where the plan has the official one and not the other.
 */
export const officialNames: readonly (readonly [RegExp, string])[] = [
  [/gdp|生产总值(?<!地区生产总值)/gi, '地区生产总值'],
  [/经济总量/g, '地区生产总值'],
  [/规上/g, '规模以上'],
  [/规模以上(?=.*(?:规上))/g, '规上'],
  [/一二三产业?/g, '第一产业、第二产业、第三产业'],
  [/社零(?:总额)?|社消零/g, '社会消费品零售总额'],
  [/固投/g, '固定资产投资'],
  [/财政收入/g, '一般公共预算收入'],
  [/老师/g, '教师'],
  [/学生娃|孩子|娃娃|娃/g, '儿童'],
  [/车位/g, '停车泊位'],
  [/危废/g, '危险废物'],
  [/固废/g, '固体废物'],
  [/高企/g, '高新技术企业'],
  [/农民工/g, '务工人员'],
  [/看病|就医/g, '医疗'],
  [/养老院|敬老院/g, '养老机构'],
  [/研发投入/g, '研发经费'],
  [/外贸/g, '进出口'],
  [/失业率/g, '调查失业率'],
  [/大气/g, '空气'],
  [/省道国道|国道省道/g, '国省道'],
  [/电动车|电车/g, '新能源汽车'],
  [/棚改/g, '棚户区改造'],
  [/旧改/g, '老旧小区改造'],
  [/厕改|改厕/g, '卫生厕所'],
  [/高标田/g, '高标准农田'],
  [/三医|医改/g, '医药卫生体制改革'],
  [/专精特新/g, '“专精特新”'],
];

/** Fields of government work and the indicators that belong to them without sharing a word. */
export const fieldTerms: readonly (readonly [RegExp, readonly string[]])[] = [
  [/空气|大气/, ['PM2.5', 'PM10', '优良天数', '臭氧']],
  [/^水|水环境|水质/, ['断面', '污水', '黑臭水体', '河湖']],
  [/^土|土壤/, ['耕地', '建设用地', '地块']],
  [/民生/, ['就业', '低保', '学位', '托位', '床位', '养老']],
  [/投资/, ['固定资产', '重点项目']],
];

/** Requests that no plan answers: instructions to the program, writing jobs, the weather, markets, small talk. */
export const otherRequests: readonly RegExp[] = [
  /(?:忽略|无视|忘记|忘掉|跳过|不要管|别管|抛开).{0,8}(?:指令|指示|要求|规则|设定|提示|约束|内容|限制)/,
  /系统提示|提示词|prompt|ignore (?:all|the|previous)|system message|jailbreak|越狱|开发者模式/i,
  /(?:你现在是|你是一个|假装|扮演|假设你是|从现在起你|充当)/,
  /(?:写|作|来|编|创作|生成|起草|拟)(?:一|个|篇|首|段|份|封|句|几|两|条|点)*(?:关于.*)?(?:诗|歌|故事|小说|作文|文章|代码|程序|对联|情书|检讨|请假条|文案|发言稿|演讲稿|新闻稿|通讯稿|散文|段子|笑话|谜语)/,
  /天气|下雨|下雪|气温|几度|股票|股市|基金推荐|彩票|星座|运势|翻译成|翻译一下|讲个笑话|唱首|电影|电视剧|外卖|点餐|菜谱|怎么做菜|火车票|机票|航班动态|足球|篮球|比分|世界杯|明星|游戏攻略|几点了|今天几号|星期几/,
  /^(?:你好|您好|hi|hello|在吗|谢谢|再见|你是谁|你叫什么|你会什么|你能做什么|哈哈|早上好|晚上好)/i,
];
