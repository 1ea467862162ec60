import type { HomeTodo, z } from '@yuezheng/shared-types';
import { Text, View } from '@tarojs/components';
import { Button, Card } from '../../components';
import type { CityProposal } from '../../features/city/use-proposal';
import { openPage } from '../../platform';
import { pages } from '../../pages';

interface CallProps {
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  readonly look: 'todo' | 'tint' | 'plain';
  readonly onTap: () => unknown;
}

/** One thing to do: what, why, and the button. */
function Call({ title, text, verb, look, onTap }: CallProps) {
  return (
    <Card look={look}>
      <View className="yz-home__todo">
        <View className="yz-home__todo-words">
          <Text className="yz-home__todo-title">{title}</Text>
          <Text className="yz-home__hint">{text}</Text>
        </View>
        <Button size="small" onTap={onTap}>
          {verb}
        </Button>
      </View>
    </Card>
  );
}

export function TodoCard({ todo }: { readonly todo: z.infer<typeof HomeTodo> }) {
  return <Call look={todo.tone === 'warning' || todo.tone === 'danger' ? 'todo' : 'plain'} title={todo.title} text={todo.text} verb={todo.verb} onTap={() => openPage(todo.page)} />;
}

export function LoginCard() {
  return <Call look="tint" title="登录粤证" text="登录后可申领、签注和出示居住证，办件进度随时可查。" verb="去登录" onTap={() => openPage(pages.login)} />;
}

export function RealNameCard() {
  return <Call look="tint" title="完成实名认证" text="认证后才能申领、签注和出示居住证，约需一分钟。" verb="去认证" onTap={() => openPage(pages.realName)} />;
}

export function CityProposalCard({ proposal: { city, accept, refuse } }: { readonly proposal: CityProposal }) {
  return (
    <Card>
      <Text className="yz-home__todo-title">您的居住证在{city.name}</Text>
      <Text className="yz-home__hint">切换后显示{city.name}可办的事项。</Text>
      <View className="yz-home__choices">
        <Button size="small" onTap={accept}>
          切换到{city.name}
        </Button>
        <Button size="small" kind="plain" onTap={refuse}>
          暂不切换
        </Button>
      </View>
    </Card>
  );
}
