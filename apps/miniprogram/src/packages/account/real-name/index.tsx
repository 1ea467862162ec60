import type { DocumentType, Me } from '@yuezheng/shared-types';
import { View } from '@tarojs/components';
import { Button, Card, ErrorState, FieldRow, Notice, Page, QueryView, SkeletonCards, VerdictHeader } from '../../../components';
import { OptionList, TextLine } from '../../../fields';
import { DOCUMENTS, documentOf } from '../../../features/session/real-name';
import { useMe } from '../../../features/session/use-me';
import { useRealName, type RealName } from '../../../features/session/use-real-name';
import { canAskPhoneNumber, digitsKeyboard, goBack, phoneCodeOf } from '../../../platform';
import './index.scss';

/** Real-name verification, or, once it is done, whose name it is. */
export default function RealNamePage() {
  const me = useMe();
  const view = useRealName();
  const isForm = me.data?.verified === false && view.stage.kind === 'form';
  return (
    <Page title="实名认证" actions={isForm && <Button onTap={view.start}>{view.claim.documentType === 'citizen-id' ? '下一步，人脸核验' : '提交认证'}</Button>}>
      {view.stage.kind === 'done' ? (
        <Done {...view.stage} />
      ) : (
        <QueryView query={me} what="认证信息" skeleton={<SkeletonCards count={2} lines={3} />}>
          {(who) => (who.verified ? <Verified me={who} /> : <Stage view={view} />)}
        </QueryView>
      )}
    </Page>
  );
}

function Stage({ view }: { readonly view: RealName }) {
  const { stage } = view;
  switch (stage.kind) {
    case 'checking':
      return (
        <>
          <VerdictHeader tone="info" title="正在核验" text="正在核对您的身份，请稍等。" />
          <SkeletonCards count={1} lines={3} />
        </>
      );
    case 'pending':
      return (
        <>
          <VerdictHeader tone="warning" title="还没有收到核验结果" text="通常几秒内就有结果，稍后再查询一次。" />
          <Button onTap={() => view.finish(stage.verificationId)}>查询结果</Button>
          <Button kind="plain" onTap={view.again}>
            重新填写
          </Button>
        </>
      );
    case 'failed':
      return (
        <ErrorState what="认证结果" problem={stage.problem}>
          <View className="yz-real-name__ways">
            <Button onTap={view.start}>重新核验</Button>
            <Button kind="secondary" onTap={view.again}>
              修改信息
            </Button>
          </View>
        </ErrorState>
      );
    default:
      return <Form view={view} />;
  }
}

function Form({ view }: { readonly view: RealName }) {
  const { claim, issues } = view;
  const document = documentOf(claim.documentType);
  return (
    <>
      <Notice tone="info" text="只需认证一次。信息用于核对身份，加密保存。" />
      {view.problem && <Notice tone="danger" text={view.problem.sentence} />}
      <Card title="证件类型" look={issues.documentType === undefined ? 'plain' : 'bad'}>
        <OptionList options={DOCUMENTS} chosen={claim.documentType} onChoose={(value) => view.type('documentType', value)} />
        {issues.documentType !== undefined && <Notice tone="danger" text={issues.documentType} />}
      </Card>
      <Card rows>
        <TextLine id="name" label="姓名" value={claim.name} placeholder="证件上的姓名" error={issues.name} onChange={(text) => view.type('name', text)} />
        <TextLine
          id="idNumber"
          label="证件号码"
          type={claim.documentType === 'citizen-id' ? 'idcard' : 'text'}
          value={claim.idNumber}
          placeholder={document.numberHint}
          error={issues.idNumber}
          onChange={(text) => view.type('idNumber', text)}
          onLeave={() => view.leave('idNumber')}
        />
        {canAskPhoneNumber ? (
          <FieldRow
            label="手机号码（选填，办事时需要）"
            tone="own"
            value={
              <Button size="small" kind="secondary" openType="getPhoneNumber" onPhoneNumber={(event) => view.takePhoneCode(phoneCodeOf(event))}>
                {view.hasPhoneCode ? '已授权' : '使用微信手机号'}
              </Button>
            }
          />
        ) : (
          <TextLine
            id="phone"
            label="手机号码"
            required={false}
            type={digitsKeyboard}
            value={claim.phone}
            placeholder="接收办理短信"
            hint="办事时需要。现在填写，申请时自动带出。"
            error={issues.phone}
            onChange={(text) => view.type('phone', text)}
          />
        )}
      </Card>
    </>
  );
}

function Verified({ me }: { readonly me: Me }) {
  return (
    <>
      <VerdictHeader tone="ok" title="已完成实名认证" />
      <Card rows>
        <FieldRow label="姓名" value={me.name ?? ''} tone="own" />
        {me.documentType && <FieldRow label="证件类型" value={documentOf(me.documentType).label} tone="own" />}
        <FieldRow label="证件号码" value={me.idNumber ?? ''} tone="own" />
        {me.phone !== undefined && <FieldRow label="手机号码" value={me.phone} tone="own" />}
      </Card>
    </>
  );
}

function Done({ name, documentType }: { readonly name: string; readonly documentType: DocumentType }) {
  return (
    <>
      <VerdictHeader tone="ok" title="认证成功" text={`${name}，${documentOf(documentType).opens}`} />
      <Button onTap={goBack}>继续</Button>
    </>
  );
}
