import type { PermitFace } from '@yuezheng/shared-types';
import { Text } from '@tarojs/components';
import { FieldRow, Sheet } from '../../../components';

interface DetailsProps {
  readonly face: PermitFace;
  /** Whether it was read just now, and not kept from an earlier time. */
  readonly isFresh: boolean;
  readonly onClose: () => void;
}

/** Everything that the permit says (row A8). */
export function Details({ face, isFresh, onClose }: DetailsProps) {
  return (
    <Sheet title="证面信息" onClose={onClose}>
      <FieldRow label="姓名" value={face.holderName} tone="own" />
      <FieldRow label="性别" value={face.sex} tone="own" />
      {face.ethnicity !== '' && <FieldRow label="民族" value={face.ethnicity} tone="own" />}
      <FieldRow label="出生日期" value={face.birthDate} tone="own" />
      <FieldRow label="公民身份号码" value={face.idNumber} tone="own" />
      {face.householdPlace !== '' && <FieldRow label="户籍所在地" value={face.householdPlace} tone="own" stacked />}
      <FieldRow label="居住地址" value={face.address} tone="own" stacked />
      <FieldRow label="签发机关" value={face.issuer} tone="own" />
      <FieldRow label="签发日期" value={face.issuedOn} tone="own" />
      <FieldRow label="居住起算日" value={face.residenceSince} tone="own" />
      <FieldRow label="有效期至" value={face.validUntil} tone="own" />
      {!isFresh && <Text className="yz-live__stale">没有网络，显示的是上次看到的内容。</Text>}
    </Sheet>
  );
}
