import { distribute } from './distribute.ts';
import {
  cumulated,
  headNoun,
  isBareRate,
  isComparison,
  isRelational,
  isVerbOnly,
  joinIndicator,
  ownerOf,
  ownerOfRate,
  trimBefore,
  withoutProject,
  withoutStatistic,
  withoutWeakVerbs,
} from './indicator.ts';
import { isPlace, placeAndTopic } from '../text/place-names.ts';
import { toldOfAnother } from './told-of-others.ts';

/** The words that stand around a group of figures. */
export interface Surroundings {
  /** Trimmed, before and behind the group. */
  readonly before: string;
  readonly after: string;
  /** As printed between the group before and this one's first number. */
  readonly printed: string;
  /** How many figures the group has. */
  readonly count: number;
  /** What was counted in the same unit before 「其中…」, once that is over: 「竣工投产45个」 is of all projects. */
  readonly total: string | null;
  /** Whether 「其中…」 stands in this clause or in an earlier one. */
  readonly part: 'within' | 'behind' | null;
  /** The sentence's last level in the same unit: what 「再建16个」 counts. */
  readonly kin: string | null;
  /** Indicators of the sentence's levels so far, in order. */
  readonly levels: readonly string[];
}

/** Names the figures of a sentence one group after the other, and remembers what later clauses leave unsaid. */
export class SentenceNames {
  readonly #sentence: string;
  #indicator = '';
  /** Names of the last coordinated figures: 「分别增长4.6%和6.9%」 refers to them. */
  #names: readonly string[] = [];
  /** The last clause that named something without giving a figure. */
  #subject: string;
  /** The last such clause, named or not since. */
  #heard = '';
  /** What the last relational amounts belong to: the project of 「总投资3亿元，年度投资1亿元」. */
  #owner = '';
  /** The industry or the project that the heading names. */
  readonly #thing: string;
  /** No figure has been named since the last semicolon. */
  #fresh = false;
  /** What the last investment of the sentence is made in. */
  #project = '';
  /** What has been done to the things spoken of, of clauses that name nothing else: 「办结1219件」. */
  readonly #deeds = new Set<string>();
  /** What the speaker has just asked himself: 石桥镇 of 「石桥镇是多少？83%」. */
  #asked = '';
  /** What the last figures outside 「其中…」 were about. */
  #whole = '';

  /** `subject` is what a cell's row is about, `thing` what the heading names. */
  constructor(sentence: string, subject: string, thing: string) {
    this.#sentence = sentence;
    this.#subject = subject;
    this.#thing = thing;
  }

  /** What the last figures were about. */
  get indicator(): string {
    return this.#indicator;
  }

  /** Takes in a clause without a figure. */
  hear(clause: string): void {
    const subject = trimBefore(clause.replace(asking, ''));
    this.#asked = asking.test(clause) ? subject : '';
    if (subject.length < 2) return;
    this.#subject = subject;
    this.#heard = subject;
    this.#owner = '';
  }

  /** Behind a semicolon another thing is spoken of: what it names counts before what was named in front. */
  startPart(): void {
    this.#fresh = true;
  }

  /** 「甲50亿元、乙120亿元,分别增长3%和5%」: what follows a clause may mean all its figures. */
  endClause(names: readonly string[]): void {
    if (this.#names.length === 0 && new Set(names).size > 1) this.#names = names;
  }

  /** The names of a group's figures, one each or one for all. */
  name({ before, after, count, printed, levels, kin, total, part }: Surroundings): readonly string[] {
    // 「累计建成54个，今年再建16个」
    if (kin !== null && count === 1 && after === '' && /^[新改扩增建]{1,2}$/.test(before) && printed.includes('再'))
      return [before + headNoun(kin)];
    // 「去年办推介会6场，今年办10场」: the verb again, and nothing else.
    const repeats = /^[办建开修招引做][了]?$/.test(before) && after === '' && kin !== null && /今年|去年/.test(printed);
    // 「家庭病床去年开了180张，今年开到300张」
    if (repeats && this.#sentence.split(before.slice(0, 1)).length > 2) return [kin];
    const answers = before === '' && after === '' && this.#asked !== '' ? this.#answered(kin, levels) : '';
    this.#asked = '';
    if (answers !== '') return [answers];
    const told = toldOfAnother({
      before,
      after,
      printed,
      count,
      part,
      kin,
      subject: this.#subject,
      sentence: this.#sentence,
    });
    if (told.length > 0) {
      if (count > 1) this.#names = told;
      return told;
    }
    if (before === '' && after === '') {
      // 「去年招商17次、见客商93批，今年不少于20次」: what was counted in the same unit.
      const counted = count === 1 && kin !== null && this.#subject === '' && /(?:今年|去年)/.test(printed);
      return counted ? [kin] : this.#unsaid(count, printed, levels);
    }
    if (isVerbOnly(before) && after === '' && before !== '') {
      this.#deeds.add(before);
      // 「去年新增规上企业23家，退库4家；今年新增26家」
      const again =
        count === 1 ? levels.findLast((name) => name.length > before.length + 1 && name.startsWith(before)) : undefined;
      if (
        again !== undefined &&
        this.#subject === '' &&
        part === null &&
        /今年|去年/.test(printed) &&
        /^(?:新增|净增|增加)$/.test(before)
      )
        return [again];
      return [joinOwn(this.#subject || (total ?? (this.#owner || this.#indicator)), before)];
    }
    // 「今年再投15亿元」
    const said = /^(?:再|又|计划)?投$/.test(before) ? '投资' : this.#withoutPointer(before);
    const indicator = this.#withNoun(joinIndicator(said, after));
    const shared = count > 1 ? distribute(indicator, count) : [];
    if (shared.length > 0) {
      this.#names = shared;
      this.#indicator = indicator;
      return shared;
    }
    // 「高于全省平均水平1.6个百分点」 goes on with what the clause before is about.
    if (isComparison(indicator) && this.#indicator !== '' && after === '') return [this.#indicator + indicator];
    // 「“甲”“乙”项目，分别培训300人次和500人次」
    const each = count > 1 && this.#subject !== '' ? distribute(withoutWeakVerbs(this.#subject), count) : [];
    if (each.length > 0) return each.map((name) => name + indicator.replace(/^分别/, ''));
    // 「培养校长100名、带头人1000名，首批分别遴选36名和320名」
    if (count > 1 && /分别[\u4e00-\u9fff]{0,4}$/.test(printed)) {
      const own = indicator.replace(/分别/, '');
      // 「建议236件、提案318件，办结率均为100%，满意率分别为98.7%和99.1%」: the rate between is one of both.
      const rate = isBareRate(own);
      const meant = this.#namesBefore(count, rate ? levels.filter((name) => !isBareRate(name)) : levels);
      if (meant.length === count) return meant.map((name) => (rate ? ownerOfRate(name) + own : own + headNoun(name)));
    }
    const again = isBareRate(indicator) ? levels.findLast((name) => name.endsWith(indicator)) : undefined;
    if (again !== undefined && this.#subject === '') return [again];
    const whose = isBareRate(indicator) ? this.#ownerOfRate(indicator) : '';
    // 「去年入驻率78%，今年提高到85%」 goes on with the rate.
    if (whose !== '') {
      this.#indicator = whose + indicator;
      return [this.#indicator];
    }
    // 「完成投资73.5亿元」: of what, the clause before has said.
    const owner = isRelational(indicator) ? this.#ownerOfAmount(indicator, part) : '';
    const whole = owner === '' ? indicator : withoutStatistic(owner) + withoutProject(indicator);
    const full = countsAll.test(printed) && !whole.endsWith('累计') ? `${whole}累计` : whole;
    this.#owner = owner;
    if (full.endsWith('投资')) this.#project = withoutInvestment(full);
    this.#indicator = full;
    if (part !== 'within') this.#whole = full;
    this.#names = [];
    this.#subject = '';
    this.#fresh = false;
    return [full];
  }

  /** 「石桥镇是多少？83%」 after 双井乡规范管理率, 「去年派了多少？96人」 after 下派医师. */
  #answered(kin: string | null, levels: readonly string[]): string {
    if (kin !== null && isPlace(this.#asked)) return this.#asked + (placeAndTopic(kin)?.[1] ?? '');
    return this.#asked.length === 1 ? (levels.findLast((name) => name.includes(this.#asked)) ?? '') : '';
  }

  /** Where a clause names nothing, what came before it. */
  #unsaid(count: number, printed: string, levels: readonly string[]): readonly string[] {
    // 「中小学开设通识课程，每学年不少于8课时」
    if (printed.includes('每') && this.#subject !== '') return [this.#subject];
    const meant = count > 1 ? this.#namesBefore(count, levels) : [];
    const said = this.#indicator === '' || (this.#fresh && this.#subject !== '') ? this.#subject : this.#indicator;
    if (said === this.#subject) this.#indicator = said;
    this.#fresh = false;
    // 「高新技术企业净增45家以上、达到330家」: all of them.
    const all = count === 1 && /(?:达到?|增至|突破)$/.test(printed.trim()) ? said.replace(additionBehind, '') : said;
    const names = meant.length > 0 ? meant : [all];
    return /累计|总数|总共/.test(printed) ? cumulated(names) : names;
  }

  /** 「这个产业实现产值146亿元」 below the heading that names it. */
  #withoutPointer(before: string): string {
    return this.#thing === '' ? before : before.replace(/^(?:这个?|该|本)(?:产业|行业|项目)(?:实现|完成)?(?=..)/, '');
  }

  /** Not where two things share the rate, nor where an earlier clause says what is 达标 or 办结. */
  #ownerOfRate(rate: string): string {
    if (this.#indicator === '' || this.#names.length > 1 || this.#subject !== '') return '';
    const verb = rate.slice(0, 2);
    const said = this.#sentence.indexOf(verb) < this.#sentence.indexOf(rate) && !this.#deeds.has(verb);
    if (!this.#indicator.includes(verb) && said) return '';
    const whose = ownerOfRate(this.#indicator);
    return whose.length >= 2 && whose.length <= 16 && whose !== verb ? whose : '';
  }

  /** 「甲9827人，其中乙2316人，分别增加418人和156人」: the last figures, in order, where a clause gives as many again. */
  #namesBefore(count: number, levels: readonly string[]): readonly string[] {
    if (this.#names.length === count) return this.#names;
    const names = levels.slice(-count);
    return new Set(names).size === count ? names : [];
  }

  #ownerOfAmount(amount: string, part: Surroundings['part']): string {
    // 「产业产值达到265亿元」 is of the industry that the heading names.
    if (this.#thing !== '' && /^(?:该|本)?产业/.test(amount)) return this.#thing;
    // 「总投资9.3亿元，去年11月破土，去年完成投资2.1亿元」: below the heading of a project all of it is of the project.
    const isIndustry = /产业链?$|行业$/.test(this.#thing);
    if (isIndustry && /^(?:年|总)*(?:产值|营业收入|营收)$/.test(amount)) return this.#thing;
    if (this.#thing !== '' && !isIndustry && ofProject.test(amount)) return this.#thing;
    const owner = this.#ownerSaid(amount, part);
    return owner === '' && this.#indicator === '' ? this.#thing : owner;
  }

  #ownerSaid(amount: string, part: Surroundings['part']): string {
    // 「完成投资92亿元，为年度计划的108%」: of the investment.
    const funds = /^(?:签约|合同|协议|到位)/.test(amount) ? this.#whole : '';
    if (invested.test(amount) && this.#project !== '' && this.#subject === '') return this.#project;
    // 「加固水库9座，其中小型6座，完成投资7860万元」: of all nine.
    if (invested.test(amount) && part === 'behind' && this.#subject === '' && this.#whole !== '')
      return withoutInvestment(this.#whole);
    if (paidOut.test(amount) && this.#subject === '' && this.#heard !== '' && this.#heard.length <= longestTopic)
      return this.#heard;
    const share = /^占|(?:计划|任务|目标|预期)的?$/.test(amount);
    const named =
      (share ? '' : this.#owner || funds) ||
      (/投资|面积|补助|奖/.test(amount) ? withoutInvestment(this.#indicator) : this.#indicator);
    const owner = this.#subject === '' ? named : ownerOf(this.#subject, amount);
    return owner.length > 20 ? '' : owner;
  }

  /** 「新签约亿元以上项目50个，其中10亿元以上8个」: a bound alone is of what was bounded before. */
  #withNoun(indicator: string): string {
    if (!/(?:以上|以下|以内)$/.test(indicator)) return indicator;
    const [whole, bounded] = [this.#indicator, this.#indicator.split(/以上|以下|以内/).at(-1) ?? ''];
    return indicator + (bounded === whole ? headNoun(whole) : bounded);
  }
}

/** What a project is told by. */
const ofProject =
  /^(?:总|年度|计划|完成|本年|今年)*投资额?$|^(?:规划)?(?:占地|用地|总?建筑)(?:面积)?$|^(?:年|达产)*(?:产值|税收|利税)$/;

/** 「“小巨人”企业累计达到36家」 counts those of the years before, too. */
const countsAll = /[\u4e00-\u9fff”]{2}累计(?:达到?|有|为|达)?(?:了|约|近)?$/;

/** 「县医院项目完成投资3亿元，建筑面积2万平方米」 */
const withoutInvestment = (indicator: string): string =>
  indicator.replace(/(?<=..)(?:(?:年度|年内|计划|完成|总)+投资|安排|(?:给予)?(?:补助|奖励))$/, '');

const additionBehind = /(?<=..)(?:净增|新增)$/;
const asking = /(?:是|有|为|到)?了?(?:多少|几)[\u4e00-\u9fff]{0,2}$/;

const invested = /^(?:完成|年度|计划|本?年)*投资额?$/;

/** 「育儿补贴制度平稳落地，按标准审核通过9412人，发放资金2873万元」 */
const paidOut = /^(?:发放|拨付|兑付|兑现|支付)(?:资金|金额)$/;
const longestTopic = 12;

/** 「新建高标准农田16万亩、改造提升12万亩」 is 改造提升高标准农田, 「投诉1300件，办结1219件」 投诉办结. */
function joinOwn(owner: string, verb: string): string {
  if (owner.length > 20) return verb;
  const noun = headNoun(owner.replace(/累计$/, ''));
  return noun !== owner && !saysLittle.test(noun) && !ofItsOwn.test(verb)
    ? verb + noun
    : owner.replace(/累计$/, '') + verb;
}

const saysLittle = /^(?:.|项目|企业|工程)$/;

/** 「发放补贴2亿元，惠及21万人次」: such verbs say whom the deed reaches. */
const ofItsOwn = /惠及|受益|带动|覆盖|服务|吸引|吸纳|参与|占/;
