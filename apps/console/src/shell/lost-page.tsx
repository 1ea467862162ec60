import { Button } from 'antd';
import { EmptyState } from '../states/states';

/** For an address that leads nowhere, and for a page that broke: the way back to work. */
export function LostPage() {
  return (
    <EmptyState
      title="这个页面打不开"
      text="地址可能有误，或者页面出了问题。请回到工作台首页继续，仍不行请联系管理员。"
      action={
        <Button type="primary" href="/console/">
          回到工作台
        </Button>
      }
    />
  );
}
