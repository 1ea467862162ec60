import { Text, View } from '@tarojs/components';
import type { Material } from '@yuezheng/shared-types';
import { useEffect } from 'react';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { Tag } from '../../components/Tag';
import { Tap } from '../../components/Tap';
import { useUploads } from '../../features/uploads/use-uploads';
import { accessible } from '../../platform';
import { fieldElementId } from '../FieldFrame';
import { PendingPicture, UploadedPicture } from './pictures';
import './index.scss';

interface MaterialFieldProps {
  readonly material: Material;
  readonly files: readonly string[];
  /** Pictures may arrive after the page was left: what is given is a change, not the new list. */
  readonly onChange: (change: (files: readonly string[]) => string[]) => void;
  readonly required: boolean;
  readonly error?: string;
  /** Why it is asked for again. */
  readonly reason?: string;
  /** Whether pictures were sent before and stay. */
  readonly kept?: boolean;
  /** How many pictures are on their way. */
  readonly onSending?: (count: number) => void;
}

/** The pictures of one material: taken or chosen, sent, looked at, taken away. */
export function MaterialField({ material, files, onChange, required, error, reason, kept = false, onSending }: MaterialFieldProps) {
  const uploads = useUploads('material', (fileId) => onChange((before) => [...before, fileId].slice(0, material.max)));
  const sending = uploads.pending.filter(({ state }) => state !== 'failed').length;
  const room = material.max - files.length - uploads.pending.length;
  const complaint = uploads.problem ?? (sending > 0 ? undefined : error);
  const failed = uploads.pending.filter(({ problem }) => problem !== undefined);

  useEffect(() => onSending?.(sending), [sending]);

  return (
    <Card
      title={material.title}
      look={complaint === undefined && failed.length === 0 ? 'plain' : 'bad'}
      aside={required ? `${files.length} / ${material.max} 张` : <Tag tone="muted" text="选填" />}
    >
      <View id={fieldElementId(material.id)} className="yz-material">
        {reason !== undefined && <Text className="yz-material__reason">{reason}</Text>}
        {kept && <Text className="yz-material__hint">已提交的图片会保留，请补充或替换</Text>}
        {material.hint !== '' && <Text className="yz-material__hint">{material.hint}</Text>}
        <View className="yz-material__pictures">
          {files.map((fileId, i) => (
            <UploadedPicture
              key={fileId}
              fileId={fileId}
              name={`${material.title}第 ${i + 1} 张`}
              onRemove={() => onChange((before) => before.filter((other) => other !== fileId))}
            />
          ))}
          {uploads.pending.map((upload) => (
            <PendingPicture key={upload.id} upload={upload} onRetry={() => uploads.retry(upload.id)} onRemove={() => uploads.remove(upload.id)} />
          ))}
          {room > 0 && (
            <Tap className="yz-material__picture yz-material__add" label={`拍摄或选择${material.title}`} onTap={() => uploads.pick(room)}>
              <Icon name="camera" size={24} />
              <Text>拍摄或选择</Text>
            </Tap>
          )}
        </View>
        {[...new Set([...(complaint === undefined ? [] : [complaint]), ...failed.map(({ problem }) => problem)])].map((sentence) => (
          <View key={sentence} className="yz-field__error" {...accessible({ role: 'alert' })}>
            {sentence}
          </View>
        ))}
      </View>
    </Card>
  );
}
