const kinds = '医院|中学|小学|学院|大学|集团|公司|学校';
const atFront = new RegExp(`^([\\u4e00-\\u9fff]{1,10}?(?:${kinds}))(?![长区校办管界])(.*)$`);

/** 市中医医院 and 床位 of 「市中医医院床位」, the second empty where nothing follows; null where a name begins with no body. */
export function bodyAndTopic(name: string): readonly [body: string, topic: string] | null {
  const [, body, topic] = atFront.exec(name) ?? [];
  return body === undefined || topic === undefined ? null : [body, topic];
}

/** 市中医医院, 县第二人民医院: one body, and no kind of them such as 二级医院. */
export const isParticular = (body: string): boolean =>
  /(?:人民|中医|妇幼|儿童|肿瘤|传染病|精神|口腔|第[一二三四五六七八九十]).*医院$|中医院$|^[省市县区州]医院$/.test(
    body,
  ) && !/级|各|家|所|类/.test(body);

/** Whether a body may be called so: 中医院 of 市中医医院, 县医院 of 县人民医院. */
export function isCalled(body: string, said: string): boolean {
  const [level, own] = [said, body].map((words) => /^[省市县区州]/.exec(words)?.[0]);
  const [ordinal, ownOrdinal] = [said, body].map((words) => /第[一二三四五六七八九十]/.exec(words)?.[0]);
  if ((level !== undefined && own !== undefined && level !== own) || ordinal !== ownOrdinal) return false;
  const name = said.replace(/^[我本]?[省市县区州]/, '');
  let at = -1;
  return [...name].every((char) => (at = body.indexOf(char, at + 1)) >= 0);
}
