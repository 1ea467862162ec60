/**
 * Pleasant two-character words of Lingnan: its trees and fruit, its tables, crafts, hills and waters.
 * Sixty-four, so that six random bits choose evenly. No character stands in two words, so that two
 * different words never look alike at a glance.
 */
export const CHALLENGE_WORDS: readonly string[] = [
  ...['木棉', '荔枝', '龙眼', '榕树', '紫荆', '芒果', '杨桃', '香蕉'],
  ...['菠萝', '黄皮', '甘蔗', '茉莉', '玉兰', '素馨', '橄榄', '蜜柚'],
  ...['金桔', '翠竹', '杜鹃', '莲藕', '芙蓉', '椰子', '稻穗', '桑基'],
  ...['珠江', '白云', '越秀', '丹霞', '罗浮', '西樵', '鼎湖', '南岭'],
  ...['流溪', '海浪', '沙滩', '珊瑚', '贝壳', '帆船', '灯塔', '渔火'],
  ...['醒狮', '粤剧', '骑楼', '广绣', '端砚', '陶塑', '剪纸', '花市'],
  ...['围屋', '咏春', '园林', '风筝', '古琴', '铜鼓', '虾饺', '肠粉'],
  ...['凉茶', '月饼', '糖水', '点心', '锦鲤', '苍鹭', '彩虹', '星辰'],
];
