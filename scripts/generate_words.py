"""The words of generate.py: places, organs, persons and works, and pools of pieces made from them."""
import itertools
import random

LEADS, TAILS = 3001, 4001  # sizes of the pools whose pairs make the texts: primes, see Words.text

FIRST = "云澜溪苍白青临梧泽鹭沧槐枫岚淮霁桐芷漳澄"
SECOND = "泽山口河鹭溪江州桥坪湾浦原川岭塘"
FAMILY = "陆温祝蒋何许龚沈陶韩叶周马邵丁孟秦林石江顾罗彭汤贺"
GIVEN = "承远 以宁 清和 南舟 以安 知行 未然 知远 书宁 伯衡 若兰 闻笛 千里 一川 牧之 听雨 知夏 景行 怀瑾 子昂 望舒 云帆".split()
POSTS = "市长 常务副市长 副市长".split()
ORGANS = ("发改委 经信局 教育局 科技局 公安局 民政局 司法局 财政局 人力社保局 规划和自然资源局 生态环境局 建委 "
          "交通运输局 水务局 农业农村局 商务局 文化广电旅游局 卫生健康委员会 应急管理局 审计局 国资委 市场监管局 "
          "体育局 统计局 医疗保障局 数据局 城管局 林业局 信访局 投资促进局").split()
ALIASES = {"商务局": "粮食和物资储备局", "建委": "人防办", "民政局": "老龄办", "数据局": "大数据中心"}
VERBS = "推进 加快 实施 深化 完成 启动 开展 落实 优化 提升 建设 打造 改造 培育 推广 强化".split()
THINGS = ("老旧小区改造 污水管网建设 标准厂房建设 高标准农田建设 农村公路提升 社区养老服务 职业技能培训 水库除险加固 "
          "公共文化服务 全民健身设施 产业园区配套 数字政府平台 信用体系 招商引资 科技企业孵化 河道综合治理 绿道网络 "
          "城市更新片区 学前教育扩容 医疗联合体 粮食仓储设施 消防救援站点 林业生态修复 普惠金融服务 物流枢纽 会展经济 "
          "民宿集群 人才公寓 智能工厂 特色小镇 口袋公园 农贸市场 充电设施 停车泊位 节水型社会 无障碍环境").split()
WAYS = "三年行动 攻坚计划 示范工程 试点 专项行动 提质工程 年度计划 重点项目".split()
GAINS = "新增 完成 建成 改造 培育 整治 引进 覆盖".split()
SHARES = "办结率 覆盖率 达标率 完成率 利用率 满意度 合格率 处置率".split()
COUNTED = ("点位{}个 项目{}个 企业{}家 面积{}万平方米 管网{}公里 床位{}张 学位{}个 设备{}台 "
           "示范村{}个 绿地{}公顷 农户{}户 场馆{}座").split()
THEMES = "壮大现代产业 推进城乡融合 增进民生福祉 守护绿水青山 深化改革开放 建设法治政府 提升城市能级 防范重大风险".split()
DEADLINES = ("12月 6月 9月 10月底前 6月30日前 2024年 上半年 年底前 全年 每季度 持续推进 "
             "7月、11月 8月完工，12月投入运行").split()
READINGS = dict(zip("區發鎮業經創產規環鄉優數態農質監現據網續執內調協轉聯統節醫貿衛穩戰養",
                    "qū fā zhèn yè jīng chuàng chǎn guī huán xiāng yōu shù tài nóng zhì jiān xiàn jù wǎng "
                    "xù zhí nèi diào xié zhuǎn lián tǒng jié yī mào wèi wěn zhàn yǎng".split()))


class Words:
    """Pools of finished pieces, drawn once from the seed, so that a task costs a few look-ups."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.places = self.pool(400, lambda r: r.choice(FIRST) + r.choice(SECOND), distinct=False)
        self.leads = self.pool(LEADS, self.draw_lead)
        self.tails = self.pool(TAILS, self.draw_tail)
        self.persons = self.pool(300, lambda r: r.choice(FAMILY) + r.choice(GIVEN))
        self.organs = self.pool(30, lambda r: "市" + r.choice(ORGANS))
        self.units = self.pool(1500, self.draw_units)
        self.items = 0

    def pool(self, size, draw, distinct=True):
        found = {}
        for turn in itertools.count():
            if len(found) == size or (not distinct and turn == size):
                return list(found)
            found[draw(self.random)] = None

    @staticmethod
    def count(r):
        return r.choice(COUNTED).format(r.randint(2, 990))

    def draw_lead(self, r):
        work = f"{r.choice(VERBS)}{r.choice(self.places)}{r.choice(THINGS)}{r.choice(WAYS)}"
        return f"{work}，{r.choice(GAINS)}{self.count(r)}"

    def draw_tail(self, r):
        if r.random() < 0.2:
            return f"，{r.randint(3, 11)}月底前{r.choice(VERBS)}{r.choice(THINGS)}，涉及{self.count(r)}。"
        share = f"{r.choice(THINGS)}{r.choice(SHARES)}达到{r.randint(60, 99)}%"
        return f"，{share}，{r.choice(GAINS)}{self.count(r)}。"

    def draw_units(self, r):
        organs = r.sample(ORGANS, r.randint(1, 5))
        names = ["市" + o + (f"（市{ALIASES[o]}）" if o in ALIASES else "") for o in organs]
        last = r.random()
        if last < 0.1:
            return "、".join(names) + "，各区、县（市）政府（管委会）"
        if last < 0.2:
            return "、".join(names) + "，" + "、".join(p + "区" for p in r.sample(self.places, 3)) + "政府"
        return "、".join(names)

    def text(self):
        """The next text. Each round takes every lead once, in an order of its own, and gives it another
        tail than all rounds before: LEADS * TAILS different texts."""
        round_, step = divmod(self.items, LEADS)
        self.items += 1
        lead = step * (1 + round_ * 1009 % (LEADS - 1)) % LEADS
        return self.leads[lead] + self.tails[(7 * lead + 11 * round_) % TAILS]

    def draw(self, size, salt=0):
        """A number below `size` that hangs on how many texts there were, without a period one could learn."""
        return ((self.items + salt) * 0x9E3779B1 & 0xFFFFFFFF) * size >> 32

    def list(self):
        return self.units[self.draw(1500)]

    def organ(self, step=0):
        return self.organs[(self.draw(30) + step) % 30]

    def person(self, step=0):
        return self.persons[(self.items // 9 * 13 + step) % 300]

    def deadline(self):
        return DEADLINES[self.draw(len(DEADLINES), 5)]
