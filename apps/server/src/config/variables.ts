/** One environment variable: what it is for, and whether a production server starts without it. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  readonly production: 'required' | 'optional';
  readonly example?: string;
}

const required = (name: string, meaning: string, example?: string): Variable => ({ name, meaning, production: 'required', example });
const optional = (name: string, meaning: string, example?: string): Variable => ({ name, meaning, production: 'optional', example });

/** Every variable that the server reads, in the order of the README's table, which a test compares with this. */
export const VARIABLES: readonly Variable[] = [
  optional('NODE_ENV', '运行环境：production、development 或 test', 'production'),
  optional('PORT', '监听端口，默认 8080', '8080'),
  optional('HOST', '监听地址，生产环境默认 0.0.0.0，其他环境默认 127.0.0.1', '0.0.0.0'),
  optional('LOG_LEVEL', '日志级别：fatal、error、warn、info、debug、trace 或 silent', 'info'),
  required('DATABASE_URL', 'PostgreSQL 连接地址', 'postgres://user:password@db:5432/yuezheng'),
  optional('DATABASE_POOL', '数据库连接池大小，默认 20', '20'),
  required('DATA_DIR', '加密文件与密钥所在的文件夹', '/var/lib/yuezheng'),
  optional('H5_DIR', '浏览器版小程序的构建目录，在 / 提供'),
  optional('CONSOLE_DIR', '工作台的构建目录，在 /console 提供'),
  required('PUBLIC_URL', '居民访问的网址，用于短信中的链接', 'https://yuezheng.example.gov.cn'),
  optional('SANDBOX_URL', '沙箱地址，只用于开发；生产环境不得设置', 'http://127.0.0.1:9000'),
  optional('TRUST_PROXY', '前置代理的层数，0 表示没有；用于取得来访者的 IP', '1'),
  optional('RATE_LIMIT_PER_IP', '每个 IP 每分钟的请求上限，0 表示不限，默认 6000', '6000'),
  optional('RATE_LIMIT_PER_SESSION', '每个登录每分钟的请求上限，0 表示不限，默认 1200', '1200'),
  optional('SHOWING_CHANNELS', '每个进程同时保持的出示通道（WebSocket）上限，超出的手机改为轮询，默认 10000', '10000'),
  optional('SHOWING_CHANNELS_PER_IP', '每个 IP 同时保持的出示通道上限；移动网络中多部手机共用一个 IP，默认 2000', '2000'),
  optional('RATE_LIMIT_SMS_PER_HOUR', '每个 IP 每小时的短信验证码上限，0 表示不限，默认 30', '30'),
  optional('RATE_LIMIT_SMS_PER_DAY', '每个 IP 每天的短信验证码上限，0 表示不限，默认 100', '100'),
  required('FIELD_KEYS', '字段加密密钥，id:base64（32 字节），逗号分隔，第一个用于加密', 'k2:…,k1:…'),
  required('BLIND_INDEX_KEY', '盲索引密钥，base64（32 字节）', '…'),
  required('ISSUER_KEY_DIR', '证照签发私钥所在的文件夹', '/run/secrets/issuer'),
  optional('WECHAT_BASE_URL', '微信接口地址，默认 https://api.weixin.qq.com', 'https://api.weixin.qq.com'),
  required('WECHAT_APPID', '小程序 AppID'),
  required('WECHAT_SECRET', '小程序 AppSecret'),
  required('WECHAT_OFFICIAL_APPID', '服务号 AppID，用于发送模板消息'),
  required('WECHAT_OFFICIAL_SECRET', '服务号 AppSecret'),
  required('WECHAT_TEMPLATE_ENDORSEMENT_DUE', '服务号模板消息 ID：签注提醒'),
  required('WECHAT_TEMPLATE_PERMIT_SUSPENDED', '服务号模板消息 ID：居住证中止使用'),
  required('WECHAT_TEMPLATE_CASE_PROGRESS', '服务号模板消息 ID：办理进度'),
  required('WECHAT_SUBSCRIBE_ENDORSEMENT_DUE', '小程序订阅消息模板 ID：签注提醒'),
  required('WECHAT_SUBSCRIBE_CASE_PROGRESS', '小程序订阅消息模板 ID：办理进度'),
  required('WECHAT_SUBSCRIBE_SUPPLEMENT', '小程序订阅消息模板 ID：材料补正'),
  optional('SMS_BASE_URL', '短信接口地址，默认 https://sms.tencentcloudapi.com', 'https://sms.tencentcloudapi.com'),
  required('SMS_SECRET_ID', '短信服务 SecretId'),
  required('SMS_SECRET_KEY', '短信服务 SecretKey'),
  required('SMS_APP_ID', '短信应用 SdkAppId'),
  required('SMS_SIGN_NAME', '短信签名', '粤证'),
  required('SMS_TEMPLATE_CODE', '短信模板 ID：验证码'),
  required('SMS_TEMPLATE_ENDORSEMENT_DUE', '短信模板 ID：签注提醒'),
  required('SMS_TEMPLATE_PERMIT_SUSPENDED', '短信模板 ID：居住证中止使用'),
  required('SMS_TEMPLATE_CASE_PROGRESS', '短信模板 ID：办理进度'),
  required('EXCHANGE_BASE_URL', '政务数据共享接口地址', 'https://exchange.example.gov.cn'),
  required('EXCHANGE_APP_ID', '政务数据共享应用标识'),
  required('EXCHANGE_SECRET', '政务数据共享签名密钥'),
  optional('S3_ENDPOINT', '对象存储地址；设置后文件存入对象存储，其余 S3_ 变量随之必填'),
  optional('S3_REGION', '对象存储地域'),
  optional('S3_BUCKET', '对象存储桶'),
  optional('S3_ACCESS_KEY_ID', '对象存储 AccessKeyId'),
  optional('S3_SECRET_ACCESS_KEY', '对象存储 SecretAccessKey'),
];
