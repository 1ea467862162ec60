import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Button } from '../Button';
import { Notice } from '../Notice';
import { Sheet } from '../Sheet';
import './index.scss';

interface ConfirmSheetProps {
  readonly title: string;
  /** What the button does: 撤回这份申请. */
  readonly verb: string;
  /** Why it did not work, in a sentence. */
  readonly problem?: string;
  readonly onConfirm: () => unknown;
  readonly onClose: () => void;
}

/** Asks once more before something is gone; the child says what will be lost. */
export function ConfirmSheet({ title, verb, problem, onConfirm, onClose, children }: PropsWithChildren<ConfirmSheetProps>) {
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button kind="danger" onTap={onConfirm}>
          {verb}
        </Button>
      }
    >
      {problem !== undefined && <Notice tone="danger" text={problem} />}
      <View className="yz-confirm-sheet__words">{children}</View>
    </Sheet>
  );
}
