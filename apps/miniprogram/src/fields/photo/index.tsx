import { Text, View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { useUploads } from '../../features/uploads/use-uploads';
import { FieldFrame } from '../FieldFrame';
import { textOf, type FieldProps } from '../field-props';
import { FormPortrait } from './FormPortrait';
import './index.scss';

/** The portrait on the permit: the one on record, or a new one. */
export function PhotoField({ field, value, onChange, required, error, context }: FieldProps<'photo'>) {
  const { pending, problem, pick, remove } = useUploads('photo', onChange);
  const upload = pending[0];
  const isSending = upload !== undefined && upload.state !== 'failed';
  const choose = () => {
    if (upload) remove(upload.id);
    return pick(1);
  };
  const fileId = textOf(value);
  const isNew = fileId !== '';
  const text = isNew ? '已上传新照片' : context.photoOnRecord ? '已有符合要求的照片，无需上传' : (field.hint ?? '近期正面免冠照片，白色背景');
  return (
    <FieldFrame id={field.id} label={field.label} error={problem ?? upload?.problem ?? (isSending ? undefined : error)} required={required} stacked>
      <View className="yz-field-photo">
        <View className="yz-field-photo__words">
          <Text className="yz-field-photo__text">{text}</Text>
          <View className="yz-field-photo__actions">
            <Button kind="secondary" size="small" icon="camera" loading={isSending} onTap={choose}>
              {isNew || context.photoOnRecord ? '换一张' : '选择照片'}
            </Button>
            {isNew && context.photoOnRecord && (
              <Button kind="plain" size="small" onTap={() => onChange(undefined)}>
                用原照片
              </Button>
            )}
          </View>
        </View>
        <FormPortrait fileId={fileId} onRecord={context.portrait} />
      </View>
    </FieldFrame>
  );
}
