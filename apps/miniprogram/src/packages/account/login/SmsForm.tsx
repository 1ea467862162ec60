import { Text, View } from '@tarojs/components';
import { Button, Card, Notice, Tap } from '../../../components';
import { useConfig } from '../../../features/session/use-config';
import { useSmsLogin } from '../../../features/session/use-sms-login';
import { digitsKeyboard, openAddress } from '../../../platform';
import { TextLine } from '../../../fields';

/** Phone number and the code sent to it. */
export function SmsForm({ onDone }: { readonly onDone: () => unknown }) {
  const form = useSmsLogin();
  const logIn = async () => {
    if (await form.logIn()) await onDone();
  };
  return (
    <>
      {form.problem && <Notice tone="danger" text={form.problem.sentence} />}
      <Card rows>
        <TextLine id="phone" label="手机号码" value={form.phone} placeholder="11 位手机号码" type={digitsKeyboard} error={form.phoneError} onChange={form.typePhone} />
        <TextLine id="code" label="验证码" value={form.code} placeholder="6 位数字" type={digitsKeyboard} error={form.codeError} onChange={form.typeCode} onConfirm={logIn}>
          <View className="yz-login__send">
            <Button size="small" kind="secondary" disabled={form.wait > 0} onTap={form.send}>
              {form.wait > 0 ? `${form.wait} 秒后重发` : '获取验证码'}
            </Button>
          </View>
        </TextLine>
      </Card>
      <View className="yz-login__action">
        <Button onTap={logIn}>登录</Button>
      </View>
      <SandboxHint />
    </>
  );
}

/** In development the messages go to phones that only exist in the sandbox. */
function SandboxHint() {
  const url = useConfig()?.sandboxUrl;
  if (url === undefined) return null;
  return (
    <Notice tone="info" text="这是演示环境，验证码会发到测试居民的手机上。">
      <Tap className="yz-login__link" role="link" onTap={() => openAddress(`${url}/`)}>
        <Text>查看测试手机</Text>
      </Tap>
    </Notice>
  );
}
