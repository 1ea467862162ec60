import { Button, Empty, Page } from '../../../components';
import { openPage } from '../../../platform';
import { pages } from '../../../pages';

/** Where a link leads that names no page, such as one of an older release. */
export default function NotFoundPage() {
  return (
    <Page title="页面打不开">
      <Empty icon="search" title="这个页面打不开" text="链接可能已经失效。需要办的事，都可以从首页找到。">
        <Button onTap={() => openPage(pages.home)}>回首页</Button>
      </Empty>
    </Page>
  );
}
