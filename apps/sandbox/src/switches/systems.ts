/** The outside systems that can be disturbed one by one, by the family their errors are written in. */
export const SYSTEMS = {
  'wechat-login': { label: '微信登录', family: 'wechat' },
  'wechat-token': { label: '微信接口凭证', family: 'wechat' },
  'wechat-phone': { label: '微信手机号', family: 'wechat' },
  'wechat-official-account': { label: '公众号用户资料', family: 'wechat' },
  'wechat-template-message': { label: '公众号模板消息', family: 'wechat' },
  'wechat-subscribe-message': { label: '小程序订阅消息', family: 'wechat' },
  'wechat-face': { label: '微信人脸核身', family: 'wechat' },
  sms: { label: '短信', family: 'sms' },
  population: { label: '人口信息', family: 'exchange' },
  'population/photo': { label: '人口照片', family: 'exchange' },
  'residence-registration': { label: '居住登记', family: 'exchange' },
  'social-insurance': { label: '社会保险', family: 'exchange' },
  employment: { label: '就业与营业执照', family: 'exchange' },
  schooling: { label: '学籍', family: 'exchange' },
  property: { label: '不动产与租赁备案', family: 'exchange' },
  'residence-permit/history': { label: '历史居住证', family: 'exchange' },
  'residence-permit/hk-macao-taiwan': { label: '港澳台居民居住证', family: 'exchange' },
} as const;

export type OutsideSystem = keyof typeof SYSTEMS;

export const SYSTEM_NAMES = Object.keys(SYSTEMS) as OutsideSystem[];
