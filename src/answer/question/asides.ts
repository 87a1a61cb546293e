/** A question without what is said beside it: who wants to know, that it is to be checked, examples of what was named. */
export const withoutAsides = (question: string): string =>
  [thanks, askedBy, inMeeting, checksNumber, toCheck, examples, enough, whereToo].reduce(
    (rest, aside) => rest.replace(aside, ''),
    question,
  );

/** 「局长问，…」: who wants to know is no part of the question. */
const askedBy =
  /^(?:[\u4e00-\u9fff]{0,2}(?:[局科处县市区部厅院校镇乡委]长|书记|主任|领导)|上面)(?:刚才|刚|又|让我|叫我|要我)*(?:(?<=[让叫要]我)(?:[核查问看报]|确认)(?:一下|实)?[,，:：]|在?问(?:我|一下|起)*[,，:：]?|要(?:我|知道|求)?(?:一下)?[,，:：])/;

/** 「…多少只野生动物？像猴子、穿山甲那些」 gives examples of what was named. */
const examples = /[,，?？。](?:比如|例如|就?像)[^,，。?？]{2,20}?(?:那些|这些|之类|这类|一类|等等|什么)的?[?？。]?$/;

/** 「想核实一下，…」, 「核对一处表述：…」 */
const toCheck = /^[^,，:：。]{0,6}(?:核[实对查]|核一下|查证|确认)(?:一[下处个]|下)?[^,，:：。]{0,4}[:：,，]/;

/** 「您好，我在核一个数，…」 */
const checksNumber =
  /^(?:[您你]好[,，!！]?)?(?:(?:我|咱们?)(?:正|现)?(?:在|要|想)?|(?:正|现)?在|[要想])[核查对找](?:一下|一)?(?:[个组些]|[几两]个)?(?:数|数据|数字|材料|稿子?)[,，:：]+/;

/** 「开会呢，快帮我查下…」, 「会上急用：…」 */
const inMeeting =
  /^(?:我?(?:正|现在|这会儿|马上要)?(?:在)?开(?:着)?会(?:呢|着|中)|会上(?:急用|急要|等着(?:用|要)?|要用)|(?:领导|会上)等着(?:呢|要|用)?|急(?:用|要|急)?)[,，:：!！。]+/;

/** 「…，总数就行」: how much of an answer is enough. */
const enough =
  /[,，。?？](?:只?(?:要|报|给|说)(?:我)?(?:一?个)?)?(?:总数|总的|数字?|大数)(?:就行|就好|即可|就可以)[了啦]?[。.!！]?$/;

/** 「…目标是多少，在报告哪个部分」: an answer names its section anyway. */
const whereToo =
  /(?<=(?:多少|几)[^,，]{0,4})[,，](?:是|写|出|讲)?(?:在|自|于)?(?:这?(?:个|份)?(?:报告|文件|讲话|要点|计划|材料)的?)?(?:里|中)?的?(?:哪|第几)(?:一|个)*(?:部分|章节?|节|段|页|条|块|处)(?:里|中)?[?？。]?$/;

/** 「明白了，那封山育林呢」 */
const thanks = /^(?:好的?|明白|知道|收到|谢谢|嗯+|行|可以)(?:了|啦|您|你)?[,，。!！]+(?=.{3})/;
