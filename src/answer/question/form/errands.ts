/**
 * Errands for another program: 「帮我买张高铁票」, 「订个外卖」, 「推荐附近的饭店」. A plan may speak of tickets and
 * taxis as well, so each needs the request and its object.
 */
const errands: readonly RegExp[] = [
  /(?:帮我?|给我|替我|麻烦)(?:在网上)?(?:买|抢|代购|订(?!正)|预[约订]|充(?:值|话费)|转(?:账|钱)|挂个?号|打(?:个?车|个?电话)|叫(?:个|辆|一|车|外卖)|点(?:个|份|一|外卖|餐|菜)|[设定]个?闹钟|发(?:邮件|短信|微信|红包)|查(?:快递|航班|车次|余额|违章|社保|公积金))/,
  /(?:买|订|抢|退|改签)(?:[一两二三四几\d]*张)?.{0,12}(?:火车|高铁|动车|飞机|电影|演唱会|车|机)票/,
  /(?:订|叫|点)(?:[一两二三几\d]*[份个桌间辆杯]).{0,8}(?:餐|饭|外卖|披萨|火锅|酒店|房间?|车|咖啡|奶茶)/,
  /推荐(?:一|几|个|款|家|部|下|点|本).{0,16}(?:店|馆|酒店|电脑|手机|书|歌|电影|餐厅|景点|菜|旅游|牌子)/,
];

/** Whether the question asks for an errand rather than about a plan. */
export const isErrand = (folded: string): boolean => errands.some((pattern) => pattern.test(folded));
