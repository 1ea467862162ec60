import { useState } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { Button, Form, Input } from 'antd';
import { sessionStore } from '../api/session-store';
import { Logo } from '../shell/logo';
import { OfflineEntry } from './offline-entry';
import { logIn, useSession } from './use-session';
import { placeBefore } from './place-before';
import './login.css';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where an official logs in; afterwards he is back where he was. */
export function LoginPage() {
  const session = useSession();
  const location = useLocation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [form] = Form.useForm<Credentials>();
  if (session !== undefined) return <Navigate to={placeBefore(location.state) ?? '/'} replace />;

  const submit = async (credentials: Credentials) => {
    setBusy(true);
    setRefusal(undefined);
    const answer = await logIn({ username: credentials.username.trim(), password: credentials.password });
    setBusy(false);
    if (answer.ok) return;
    setRefusal(answer.failure.message);
    form.setFieldValue('password', '');
    form.focusField('password');
  };

  const username = sessionStore.lastUsername();
  return (
    <main className="login">
      <section className="login-card" aria-labelledby="login-title">
        <Logo size={44} />
        <h1 id="login-title">粤证 工作台</h1>
        <p className="login-lead">审核人员和窗口人员由此登录</p>
        {sessionStore.endedBy() === 'log-in' && refusal === undefined ? (
          <p className="login-note" role="status">
            网络已恢复，请登录，本机的离线核验随后同步。
          </p>
        ) : null}
        {sessionStore.endedBy() === 'server' && refusal === undefined ? (
          <p className="login-note" role="status">
            登录已失效，请重新登录，登录后回到刚才的页面。
          </p>
        ) : null}
        {refusal === undefined ? null : (
          <p className="login-error" role="alert">
            {refusal}
          </p>
        )}
        <OfflineEntry />
        <Form<Credentials>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ username, password: '' }}
          onFinish={(credentials) => void submit(credentials)}
        >
          <Form.Item
            name="username"
            label="用户名"
            rules={[{ required: true, whitespace: true, message: '请填写用户名。' }]}
          >
            <Input autoComplete="username" maxLength={40} size="large" autoFocus={username === ''} />
          </Form.Item>
          <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
            <Input.Password
              autoComplete="current-password"
              maxLength={200}
              size="large"
              autoFocus={username !== ''}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={busy}>
            登录工作台
          </Button>
        </Form>
      </section>
      <p className="login-foot">操作全程留痕，查看个人信息须因工作需要</p>
    </main>
  );
}
