import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { session, type ApiProblem } from '../../../api';
import { Button, Icon, Notice, Page } from '../../../components';
import { goBack, hasWechat } from '../../../platform';
import { SmsForm } from './SmsForm';
import './index.scss';

/** Log-in: one tap in WeChat, phone and SMS code in a browser. Then back to where one was. */
export default function LoginPage() {
  return (
    <Page title="登录">
      <View className="yz-login__mark">
        <View className="yz-login__sign">
          <Icon name="shield" size={40} />
        </View>
        <Text className="yz-login__name">登录粤证</Text>
        <Text className="yz-login__lead">申领、签注和出示居住证，都在这里。</Text>
      </View>
      {hasWechat ? <WechatLogin /> : <SmsForm onDone={goBack} />}
      <Text className="yz-login__small">登录即表示您同意粤证为办理居住证业务使用您的手机号码和身份信息。</Text>
    </Page>
  );
}

function WechatLogin() {
  const [problem, setProblem] = useState<ApiProblem>();
  const logIn = async () => {
    const answer = await session.enter();
    if (answer?.ok) return goBack();
    setProblem(answer?.problem ?? { code: 'unexpected', sentence: '没有取得微信登录凭证，请检查网络后再试。', fields: [] });
    return undefined;
  };
  return (
    <>
      {problem && <Notice tone="danger" text={problem.sentence} />}
      <Button onTap={logIn}>微信一键登录</Button>
    </>
  );
}
