export { useDidHide, useDidShow, useLoad, usePullDownRefresh, useReachBottom, useUnload } from '@tarojs/taro';
