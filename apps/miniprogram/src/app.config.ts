// WeChat takes the colours of a theme from theme.json; the browser writes these into the style of its own tab bar.
const isWeapp = process.env.TARO_ENV === 'weapp';
const themed = (variable: string, value: string): string => (isWeapp ? `@${variable}` : value);

const tab = (page: string, text: string) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: themed(`${page}Icon`, `assets/tabs/${page}.png`),
  selectedIconPath: themed(`${page}IconActive`, `assets/tabs/${page}-active.png`),
});

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/wallet/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/apply',
      pages: ['guide', 'eligibility', 'situation', 'form', 'materials', 'confirm', 'submitted', 'cases', 'case', 'supplement'].map((page) => `${page}/index`),
    },
    { root: 'packages/live-pass', pages: ['permit/index', 'verifications/index'] },
    {
      root: 'packages/account',
      pages: ['login', 'real-name', 'messages', 'digital-space', 'add-permit', 'settings', 'about', 'not-found'].map((page) => `${page}/index`),
    },
  ],
  window: {
    navigationStyle: 'custom',
    navigationBarTitleText: '粤证',
    navigationBarTextStyle: isWeapp ? ('@navigationText' as 'black') : 'black',
    backgroundTextStyle: 'dark',
    backgroundColor: themed('ground', '#F3F6FA'),
  },
  tabBar: {
    color: themed('tabText', 'var(--yz-ink-hint)'),
    selectedColor: themed('tabTextActive', 'var(--yz-accent)'),
    backgroundColor: themed('tabGround', 'var(--yz-card)'),
    borderStyle: isWeapp ? ('@tabBorder' as 'white') : 'white',
    list: [tab('home', '首页'), tab('services', '办事'), tab('wallet', '亮证'), tab('me', '我的')],
  },
  ...(isWeapp && {
    darkmode: true,
    themeLocation: 'theme.json',
    lazyCodeLoading: 'requiredComponents',
  }),
});
