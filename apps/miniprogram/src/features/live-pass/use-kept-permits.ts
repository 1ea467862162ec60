import type { PermitFace } from '@yuezheng/shared-types';
import { useState } from 'react';
import { useDidShow } from '../../platform';
import { keptPermits } from './kept-passes';

const facesOf = (): PermitFace[] => Object.values(keptPermits()).map(({ face }) => face);

/** Permits that this phone can show without a network, for pages that cannot reach the server. */
export function useKeptPermits(): PermitFace[] {
  const [faces, setFaces] = useState(facesOf);
  useDidShow(() => setFaces(facesOf()));
  return faces;
}
