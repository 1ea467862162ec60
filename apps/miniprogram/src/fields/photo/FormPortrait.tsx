import { Portrait } from '../../components/Portrait';
import { useFilePreview } from '../../features/uploads/use-uploads';

interface FormPortraitProps {
  /** The picture that was uploaded; empty: none. */
  readonly fileId: string;
  /** Address of the one on record, where it is there. */
  readonly onRecord: string | undefined;
}

/** The portrait that the permit will carry. */
export function FormPortrait({ fileId, onRecord }: FormPortraitProps) {
  return fileId === '' ? <Portrait src={onRecord} /> : <Uploaded fileId={fileId} />;
}

function Uploaded({ fileId }: { readonly fileId: string }) {
  return <Portrait src={useFilePreview(fileId)} />;
}
