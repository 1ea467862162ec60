import { Image, Text, View } from '@tarojs/components';
import { getFile } from '@yuezheng/shared-types';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { Tap } from '../../components/Tap';
import type { PendingUpload } from '../../features/uploads/upload-queue';
import { useFilePreview } from '../../features/uploads/use-uploads';
import { api } from '../../api';
import { accessible, loadImage, previewImages } from '../../platform';
import './index.scss';

interface UploadedPictureProps {
  readonly fileId: string;
  /** What is read out: `住所证明第 1 张`. */
  readonly name: string;
  /** Absent: it is only looked at. */
  readonly onRemove?: () => void;
}

/** A picture that the server has; a tap shows it whole. */
export function UploadedPicture({ fileId, name, onRemove }: UploadedPictureProps) {
  const src = useFilePreview(fileId);
  const look = async () => {
    const { url, headers } = await api.imageRequest(getFile, { params: { fileId }, query: { size: 'full' } });
    const whole = (await loadImage(url, headers)) ?? src;
    if (whole !== undefined) previewImages([whole], whole);
  };
  return (
    <View className="yz-material__picture">
      <Tap className="yz-material__view" label={`查看${name}`} onTap={look}>
        {src === undefined ? <Icon name="image" size={24} /> : <Image className="yz-material__image" src={src} mode="aspectFit" />}
      </Tap>
      {onRemove && <RemoveSign name={name} onRemove={onRemove} />}
    </View>
  );
}

interface PendingPictureProps {
  readonly upload: PendingUpload;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

/** A picture on its way, or one that did not get there. */
export function PendingPicture({ upload, onRetry, onRemove }: PendingPictureProps) {
  const [isNoPicture, setNoPicture] = useState(false);
  const isFailed = upload.state === 'failed';
  return (
    <View className="yz-material__picture">
      <View className="yz-material__view">
        {!isNoPicture && (
          <Image className="yz-material__image yz-material__image--pending" src={upload.path} mode="aspectFit" onError={() => setNoPicture(true)} />
        )}
      </View>
      {isFailed && upload.canRetry && (
        <Tap className="yz-material__state" label="重新上传这张图片" onTap={onRetry}>
          <Icon name="refresh" size={20} />
          <Text>重试</Text>
        </Tap>
      )}
      {isFailed && !upload.canRetry && (
        <View className="yz-material__state yz-material__state--bad">
          <Icon name={isNoPicture ? 'document' : 'alert'} size={isNoPicture ? 28 : 20} />
          <Text>{isNoPicture ? '不是图片' : '未上传'}</Text>
        </View>
      )}
      {!isFailed && (
        <View className="yz-material__state" {...accessible({ role: 'status', label: `正在上传，${upload.percent}%` })}>
          <View className="yz-button__spinner" />
          <Text>{upload.state === 'waiting' ? '等待上传' : `${upload.percent}%`}</Text>
        </View>
      )}
      <RemoveSign name="这张图片" onRemove={onRemove} />
    </View>
  );
}

function RemoveSign({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <Tap className="yz-material__remove" label={`删除${name}`} onTap={onRemove}>
      <View className="yz-material__remove-sign">
        <Icon name="cross" size={12} />
      </View>
    </Tap>
  );
}
