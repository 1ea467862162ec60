import { Text } from '@tarojs/components';
import { longDate } from '@yuezheng/shared-types';
import { FieldRow, Sheet } from '../../../components';
import './source-sheet.scss';

/** What was found for one item, and where. */
export interface Source {
  readonly title: string;
  readonly found: string;
  readonly name: string;
  readonly detail: string;
  readonly asOf: string;
}

/** Where a finding comes from, and what to do when it is wrong. */
export function SourceSheet({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  return (
    <Sheet title={source.title} onClose={onClose}>
      <FieldRow label="查询结果" value={source.found} tone="own" stacked />
      <FieldRow label="数据来源" value={source.name} />
      <FieldRow label="提供部门" value={source.detail} stacked />
      <FieldRow label="数据日期" value={longDate(source.asOf)} />
      <Text className="yz-source__mend">与实际不符时，请持身份证到提供数据的部门窗口更正，更正后再来校验。</Text>
    </Sheet>
  );
}
