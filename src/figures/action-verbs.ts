/**
 * Verbs that a work plan opens its tasks with. `weak` ones only say that something is done and are left out of an
 * indicator (完成人工造林 → 人工造林); `strong` ones say what is done and stay in it (新建污水管网, 淘汰柴油货车).
 */
export const weakVerbs =
  '完成 实现 实施 开展 推进 推动 组织 确保 保障 力争 争取 达到 安排 抓好 落实 做到 做好 促进 力促 统筹 启动 谋划 组织实施 组织开展 推进实施 支持 鼓励 引导 帮助 协助 建立 形成 发挥'.split(
    ' ',
  );

export const strongVerbs =
  '新建 改建 扩建 新改建 新扩建 改扩建 续建 建成 建设 建好 建造 搭建 改造 更新 更新改造 提升 改造提升 提质改造 创建 打造 培育 新培育 引进 新引进 引育 新增 增加 增设 新认定 认定 申报 评选 评定 举办 承办 打通 开通 新辟 优化 整治 治理 修复 恢复 淘汰 关停 清理 清退 拆除 盘活 消化 处置 化解 查处 查办 移送 侦破 破获 立案 救助 救护 帮扶 资助 培训 招聘 招录 选派 选聘 招引 签约 新签约 落地 开工 新开工 竣工 投产 投用 投放 发放 发行 兑现 减免 压减 压缩 减少 降低 缩减 争取 融资 募集 投入 配备 配置 购置 采购 安装 布设 建档 划定 储备 收储 供应 出让 编制 出台 制定 修订 发布 推出 推广 种植 栽植 造林 养殖 出栏 生产 制作 放映 演出 惠及 覆盖 服务 接待 转移 转移就业 安置 搬迁 入库 上市 孵化 转化 授权 受理 办结 排查 检查 检测 抽检 监测 巡查 督查 演练 开设 开办 设立 成立 试办 组建 挂牌 收治 接种 筛查 体检 签订 上线 接入 部署 建改 维修 维护 养护 加固 加装 疏浚 绿化 复垦 流转 托管 保护 新开 新设 新植 新栽 兴建 修建 试点 遴选 推选 选树 评审 表彰 交付 筹集 筹建 分配 回迁 收购 开发 建强 发展 整合 撤并 停招 撤销 整改 销号'.split(
    ' ',
  );

/** Every verb of the two lists. */
export const actionVerbs: ReadonlySet<string> = new Set([...weakVerbs, ...strongVerbs]);

const byLength = (a: string, b: string): number => b.length - a.length;
const alternatives = (verbs: readonly string[]): string => [...verbs].sort(byLength).join('|');

export const weakVerbPattern = `(?:${alternatives(weakVerbs)})`;
export const actionVerbPattern = `(?:${alternatives([...weakVerbs, ...strongVerbs])})`;
/** A run of verbs joined by 、 or 和: 新建、改扩建. */
export const verbRunPattern = `${actionVerbPattern}(?:[、和及与]?${actionVerbPattern})*`;
