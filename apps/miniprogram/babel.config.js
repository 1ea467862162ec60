module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        targets: { ios: '13', android: '78', chrome: '78' },
        // Written out as Math.pow it would turn 2n ** 255n of the signature curve into a type error.
        exclude: ['@babel/plugin-transform-exponentiation-operator'],
      },
    ],
  ],
};
