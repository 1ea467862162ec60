const words = (text: string): string[] => text.trim().split(/\s+/);

/** Common surnames, the commoner ones written more than once so that they are drawn more often. */
export const SURNAMES = words(`
  陈 陈 陈 李 李 李 黄 黄 黄 张 张 林 林 梁 梁 刘 刘 王 王 吴 吴 杨 杨 周 周 何 何 罗 罗 谢 邓 郑 朱 胡 曾 许 叶
  冯 彭 蔡 苏 卢 潘 徐 江 钟 谭 赵 孙 廖 余 温 郭 马 曹 蒋 沈 韩 唐 邱 丘 庄 方 汤 简 麦 区 关 孔 甘 古 龙 覃 韦
  莫 陆 姚 范 戴 石 程 夏 田 薛 邹 熊 贺 崔 侯 邵 孟 秦 阎 尹 龚 文 庞 樊 兰 殷 施 陶 翟 安 颜 倪 严 牛 鲁 植 冼
  招 佘 幸 卓 游 敖 缪 岑 利 阮 易 池
`);

export const COMPOUND_SURNAMES = words('欧阳 司徒 上官 诸葛 司马 东方 慕容 令狐 皇甫 尉迟 公孙 夏侯');

export const MALE_GIVEN_NAMES = words(`
  国栋 志强 伟明 建华 俊杰 浩然 子轩 宇航 文博 嘉豪 永康 启明 振宇 家辉 明轩 海涛 立新 思远 承志 景行 泽楷 梓睿
  俊熙 天佑 锦鹏 耀东 兆麟 广源 德润 树森 炳坤 润生 炜 涛 磊 勇 斌 超 鹏 昊 睿 恒 毅 峰 皓 晟 煜 焕 锐 铭 骏
  少聪 卓然 明远 向阳 春生 秋实 冬青 金水 火旺 土生 亦凡 一鸣 以恒 书桓 奕辰 逸群 柏霖 梓豪 冠霖 铠源 健民 卫国
`);

export const FEMALE_GIVEN_NAMES = words(`
  晓岚 小梅 雨桐 诗涵 欣怡 梓晴 思琪 佳怡 海燕 丽华 秀英 桂兰 玉珍 淑贤 美玲 惠芳 洁莹 嘉欣 咏恩 颖怡 紫琳 静雯
  雅婷 婉清 若曦 语嫣 书瑶 芷若 安琪 可欣 晓彤 佩仪 凤仪 月娥 春梅 秋菊 冬妮 敏 静 婷 娟 霞 莉 倩 雪 琳 颖 萍 燕
  慧 蕾 薇 楠 妍 嫣 彦希 知夏 亦可 以宁 南乔 南栀 听雨 念慈 惜文 采薇 采薇 子衿 木兰 小满 谷雨 向晚 晴川 春晓
`);

/** Characters that are in GB 18030 but that many a system cannot write or print. */
export const RARE_GIVEN_NAMES = words('䶮 㛃 犇 垚 赟 昶 翀 旻 曌 堃 喆 彧 祎 翊 璟 琎 珺 瑀 玥 淼');

/** Surname lists and given names of peoples whose names are written in the Han way. */
export const HAN_STYLE_PEOPLES: Readonly<Record<string, readonly string[]>> = {
  壮族: words('韦 覃 黄 农 陆 莫 蒙 罗 潘 岑'),
  瑶族: words('盘 邓 赵 冯 李 沈 房 唐 黄 莫'),
  苗族: words('龙 石 吴 麻 杨 田 滕 侯'),
  土家族: words('向 田 彭 覃 冉 谭 王 李'),
  侗族: words('杨 吴 石 粟 陆 龙 欧'),
  满族: words('关 佟 那 富 金 赫 英'),
  回族: words('马 沙 哈 白 丁 洪 蒲 买'),
  畲族: words('蓝 雷 钟 盘'),
  布依族: words('王 韦 罗 岑 班 卢'),
};

/** Peoples whose members write given name and father's name with a dot between. */
export const DOTTED_NAMES: Readonly<
  Record<string, { male: readonly string[]; female: readonly string[]; fathers: readonly string[] }>
> = {
  维吾尔族: {
    male: words('艾尼瓦尔 吐尔逊 阿卜力孜 买买提江 库尔班 伊力亚尔 帕尔哈提'),
    female: words('阿依古丽 古丽娜尔 热依罕 米热姑 迪丽努尔 帕提古丽 阿依努尔'),
    fathers: words('买买提 艾合买提 吐尔逊 玉素甫 托合提 阿不都拉'),
  },
  哈萨克族: {
    male: words('叶尔兰 巴合提 努尔兰 哈力木 木拉提'),
    female: words('阿依达娜 古丽扎 玛依拉 沙吾列 加依娜'),
    fathers: words('叶尔肯 哈孜 别克 木哈买提 赛力克'),
  },
};

/** Words from which shop and company names are put together. */
export const COMPANY_WORDS = words(
  '粤禾 岭晨 珠帆 木棉 江月 云埠 南榕 海芒 东篱 星湾 竹影 鹭洲 松岗 荔原 橙光 青榄',
);
export const COMPANY_TRADES = words(
  '电子科技 餐饮管理 物流 服装 家居用品 软件 建筑工程 医疗器械 食品 精密制造 物业服务 文化传播',
);
export const SCHOOL_WORDS = words('南粤 岭海 珠江源 木棉 五岭 云山 榕荫 湾区');
