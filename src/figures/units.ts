/**
 * Units of measure and measure words that figures of work plans are given in. Closed classes of the written language:
 * measure words (现代汉语量词), legal units (GB 3100—1993), and the statistical yearbooks' composite units.
 */
const money = ['美元', '欧元', '港元', '日元', '元', '块钱'];
const length = ['车道公里', '皮长公里', '公里', '千米', '海里', '厘米', '毫米', '微米', '米'];
const area = ['平方公里', '平方千米', '平方米', '公顷', '亩次', '亩'];
const volume = ['立方米', '标准立方米', '立方', '升', '毫升'];
const weight = [
  '吨标准煤',
  '吨标煤',
  '载重吨',
  '总吨',
  '公斤',
  '千克',
  '毫克',
  '微克',
  '克',
  '吨公里',
  '吨级',
  '吨',
  '担',
  '斤',
];
const energy = [
  '兆瓦时',
  '吉瓦时',
  '千瓦时',
  '兆瓦',
  '千瓦',
  '吉瓦',
  '千伏安',
  '千伏',
  '度电',
  'MW',
  'GW',
  'kWh',
  'MWh',
  'GWh',
];
const computing = [
  'PFlops',
  'P',
  'EFLOPS',
  'EFlops',
  'TB',
  'PB',
  'EB',
  'GB',
  'MB',
  'Mbps',
  'Gbps',
  'Tbps',
  '兆比特',
  '兆',
];
/** Of people; 60周岁 answers no 几天. */
const ages: readonly string[] = ['周岁', '岁'];
const time = [
  '个工作日',
  '工作日',
  '个工作小时',
  '工作小时',
  '个小时',
  '小时',
  '分钟',
  '毫秒',
  '秒',
  '个月',
  '天',
  '周岁',
  '岁',
  '课时',
  '学时',
  '学分',
  '周',
];
const transport = [
  '标准箱',
  '标箱',
  'TEU',
  '车次',
  '班次',
  '架次',
  '列次',
  '航班',
  '艘次',
  '航次',
  '标准台',
  '标台',
  '客位',
  '车位',
  '吨位',
  '泊位',
];
const people = [
  '人次',
  '人天',
  '家次',
  '轮次',
  '人',
  '名',
  '位',
  '户次',
  '户',
  '师生',
  '学生',
  '群众',
  '人口',
  '居民',
  '职工',
  '农户',
  '党员',
  '家庭',
  '老年人',
  '劳动力',
];
const words =
  '个 家 所 座 处 项 条 件 起 宗 例 场次 场 次 趟 批次 批 期 轮 套 台套 台 辆 艘 架 列 节 只 头 羽 匹 尾 株 棵 盏 口 眼 孔 张 份 册 本 篇 部 首 幅 块 面 片 段 幢 栋 间 层 门 支 队 班 组 对 笔 单 票 枚 顶 杆 根 道 种 类 款 品种 门次 页 集 堂 瓶 桶 箱 袋 遍 路 个班 学位 剂次 剂 针次 人份 治疗量 单位 床位 床 席 站 园区 村 镇 乡 县 社区 网点 标段 标 分贝 分 倍 年一遇 课次 席位 餐位 机位 库位 托位 床日 人日 封 卷 盒 罐 副 兆帕 摄氏度 ℃ DDDs 毫克/升 毫克/立方米 微克/立方米'.split(
    ' ',
  );
/** Classes of things asked for with 多少 or 几; a question's unit fits a figure's when they share a class. */
export const unitClasses = {
  percent: ['%', '‰', '个百分点', '百分点', '个基点', '基点'],
  money,
  length,
  area,
  volume,
  weight,
  energy,
  time: [...time.filter((unit) => !ages.includes(unit)), '年', '日'],
  age: ages,
  ratio: ['番', '成', '倍'],
  household: ['户', '户次', '农户', '家庭'],
  people,
} as const;

export type UnitClass = keyof typeof unitClasses | 'count';

const bases = [
  ...new Set([
    ...money,
    ...length,
    ...area,
    ...volume,
    ...weight,
    ...energy,
    ...computing,
    ...time,
    ...transport,
    ...people,
    ...words,
  ]),
].sort((a, b) => b.length - a.length);
/** 家次, 条次, 台件, 台套: measure words in pairs; not the 次 of 2个次区域. */
const pairs = `[${[...new Set(words.filter((unit) => unit.length === 1 && unit !== '次'))].join('')}车班频校园店厂企院馆]次(?!要|级|区域|中心|生|日|年|干)|[台架辆只册][件套]`;
/** A printed line may end inside a unit: 微克/立⏎方米. */
const breakable = (unit: string): string => [...unit].map((char) => char.replace('/', '\\/')).join('[\\r\\n]*');
const base = `${pairs}|${bases.map(breakable).join('|')}`;

/** Source of a regular expression for one unit, composite ones too: 元/平方米·年, 吨标准煤/万元, 人/平方公里. */
export const unitPattern = `(?:个百分点|百分点|个基点|基点|[%‰]|(?:${base})(?:\\/(?:每)?[百千万亿]?(?:${base}|年|月|日)(?:·(?:${base}|年|月|日))?)?)`;

/** What may not follow a unit, because both together are another word: 十分之, 个性, 成立, 条件, 位于. */
export const notAfterUnit: Readonly<Record<string, RegExp>> = {
  分: /^(?:之|别|类|析|布|工|管|散|享|红|批|期|级|局|公司)/,
  个: /^(?:性|体|人|别|百分|一批|\d+%)/,
  条: /^(?:件|例)/,
  位: /^(?:于|居|列|置)/,

  部: /^(?:门|分|署)/,
  人: /^(?:均|大|民|才|口|员|力)/,
  次: /^(?:要|产业|区域)/,
  项: /^目/,

  面: /^(?:积|向|上|貌|临)/,
  期: /^(?:间|工程|项目|建设|扩建|改造)/,
  节: /^(?:能|约|水|日|庆|点)/,
  班: /^(?:子|组)/,
  门: /^(?:类|诊)/,
  组: /^(?:织|建|团|长)/,
  对: /^(?:口|接|标|外|比|象|于|全)/,
  本: /^(?:地|市|县|级|届|次|年|科|届)/,
  只: /^(?:有|能|增|要)/,
  元: /^旦/,
  标: /^(?:准|杆|志)/,
  队: /^伍/,
  种: /^(?:植|养|子|业|粮)/,
  类: /^似/,
  升: /^(?:级|规|学|高|至|到)/,
  站: /^(?:位|点)/,
  村: /^(?:民|级|镇|庄|居|卫|集体)/,
  县: /^(?:级|域|城|区|直)/,
  镇: /^(?:村|域)/,
  乡: /^(?:村|镇)/,
  社区: /^(?:卫生|居民|服务)/,
  家: /^(?:庭|长|门口)/,
  户: /^(?:籍|均|外)/,
  张: /^(?:力)/,
  道: /^(?:路|德)/,
  层: /^(?:次|面)/,
  页: /^(?:岩|面)/,
  集: /^(?:中|体|团|聚|成|合|市|约|散|镇|群|装|采|贸|资|卡)/,
  堂: /^(?:食)/,
  箱: /^(?:体|包)/,
  包: /^(?:容|括|保|装|抓)/,
  // 视频监控5200路, not 5路公交 nor 2路口.
  路: /^(?![、,;。!?)]|以上|以下|左右|指|是|说|$)/,
  单: /^(?:位|元|项)/,
  块: /^钱/,
  起: /^(?:步|来|点|草|降)/,
  头: /^(?:雁|部)/,
  首: /^(?:次|批|创|位)/,
  段: /^(?:落)/,
  套: /^(?:餐)/,
  场: /^(?:所|景|地|馆)/,
  口: /^(?:岸|袋)/,
  份: /^额/,
  兆: /^(?:瓦|帕|伏|比特|字节|赫)/,
  封: /^(?:闭|山|控|育|存|面|顶|堵|关|禁)/,
  卷: /^(?:烟|入|起|宗)/,
  副: /^(?:[省市县区镇乡科处局厅部主书业产食高中院校教班组董总理])/,
  罐: /^(?:头|车|体|区|装)/,
  床: /^位/,
  周: /^(?:期|边|年|末|报|围|岁|长|转|密|到|例)/,
};

/** Which class of things a unit counts; composite units by their first part. */
export function unitClassOf(unit: string): UnitClass | null {
  if (unit === '') return null;
  if (unit.includes('/')) return null;
  for (const [name, units] of Object.entries(unitClasses)) {
    if ((units as readonly string[]).includes(unit)) return name as UnitClass;
  }
  return 'count';
}
