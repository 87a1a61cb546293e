const numbersNamed = '(?:指标|目标|数字|数据|数值|任务|成绩|硬杠杠|数|比率|比例|要求|项目|工作量|金额)';
const several = '(?:哪些|哪几[个项条]|都有什么|有什么)';
const list = new RegExp(
  [
    // 「哪些数量指标」, 「汇总一下各项任务」
    `(?:${several}|分别|列一?[下出个]|都列|全部|都报|汇总|逐项|各项|[两三四]项).{0,14}${numbersNamed}`,
    // 「指标都有哪些」, 「任务数分别报一下」
    `${numbersNamed}都?(?:有|是|包括)?(?:${several}|什么|列|报|分别|说|给|讲|念|发|汇总|哪)`,
    // 「哪几个数」, 「几项硬指标」
    '哪几?[个些]数|几[个项条](?:指标|目标|数|硬|任务数)|(?:数字|量化|主要|硬)(?:目标|指标|任务)',
    // 「全是哪些数」
    '[都全](?:有|是)?(?:哪些|什么)(?:数|指标|目标)',
    `${numbersNamed}都有啥`,
    // 「几件事，各多少」
    '几[件项个](?:事|任务|工作)?[,，]?(?:分别|各)(?:是|有)?多少',
    // 「附件1里的指标各是多少」
    `(?:清单|附[件表]\\d*|表\\d+)[^,，。]{0,12}${numbersNamed}值?(?:各|分别)`,
    // 「第三部分第一条的数字」
    '第[一二三四五六七八九十\\d]+(?:部分|章|条|项|点|件).{0,14}(?:数据|数字|指标|目标)[?？。]?$|主要预期(?:目标|指标)',
    // 「消费方面的目标」
    '(?:方面|这块|那块|领域|板块)的?(?:数据|数字|指标|目标|成绩|成果|数)[?？。]?$',
    // 「那一段的数据」
    '[那这]一?(?:[段节条块]|部分).{0,6}(?:数据|数字|指标|数)|[那这]一?(?:[段节条块]|部分)[^,，。?？]{0,12}数量?(?:都|各|分别)是?多少',
    // 「数据给我列出来」
    '(?:数据|数字|指标|目标|数).{0,10}(?:列|报|给我|说一|发我)',
    // 「逐条念」
    '逐[条个项家一](?:念|报|说|列|讲|给)',
    // 「每件的数量」
    '每一?[件项个条].{0,4}(?:数量|数字|指标|目标|任务量?)',
    // 「数字全要」, 「粮、油、肉、蛋都要」
    '(?:数字|数据|数|指标)我?(?:全部?|都)要|(?:全部|所有)(?:的)?(?:数字|数据|数|指标)|(?:[\\u4e00-\\u9fff]{1,4}、){2,}[\\u4e00-\\u9fff]{1,4}[全都]要',
    // 「一起报给我」
    '(?:一起|一并|一块儿?|都|全)(?:报|给|列|说|发)(?:给|一下|出来|我|下)',
  ].join('|'),
);

/** Parts of a plan that are words, whatever 要求 means elsewhere. */
const general = /(?:总体|总的)要求|指导思想|工作思路/;

/** 「人口结构变化那段问题里讲了哪些数据」: 变化 compares nothing there. */
const partsNumbers = /[这那]一?(?:[段块章节]|部分)[^,，。?？]{0,8}(?:哪些|什么)(?:数据|数字|数|指标)/;

/** 「干得怎么样？把数据都列一下」 asks for the numbers. */
const listsNumbers = /(?:数据|数字|指标|目标)都?(?:列|报|说|给|念|发)/;

/** 「“总体要求和主要目标”里的目标有哪些」 asks for the targets all the same. */
const listsTargets = /(?:指标|目标)[^,，。?？]{0,2}(?:有|是)?(?:哪些|哪几个|多少)[?？。]?$/;

/** Whether a question asks for the numbers of a part named by itself: 「那段问题里讲了哪些数据」. */
export const asksNumbersOfPart = (text: string): boolean => partsNumbers.test(text);

/** Whether a question asks for all figures of a part or a field; 「怎么做」 and 「总体要求」 ask for words unless numbers are named. */
export const asksList = (text: string): boolean =>
  list.test(text) &&
  (!/怎么|如何/.test(text) || listsNumbers.test(text) || /(?:都|全|给我)列/.test(text)) &&
  (!general.test(text) || listsTargets.test(text));
