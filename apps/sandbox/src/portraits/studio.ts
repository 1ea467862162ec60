import type { Person } from '../population/person';
import { portraitSvg } from './svg';
import { traitsOf } from './traits';

const KEPT_PORTRAITS = 256;
const JPEG_QUALITY = 88;

const render = async (person: Person): Promise<Buffer> => {
  // Loaded when the first portrait is asked for: the sandbox has to start quickly.
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(portraitSvg(traitsOf(person))))
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
};

/** Draws portraits on demand and keeps the latest. */
export class PortraitStudio {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(private readonly draw: (person: Person) => Promise<Buffer> = render) {}

  /** JPEG, 358 × 441 pixels; the same bytes for the same person. Rejects when it cannot be drawn; the next call tries again. */
  jpegOf(person: Person): Promise<Buffer> {
    const portrait = this.kept.get(person.personId) ?? this.begin(person);
    this.kept.delete(person.personId);
    this.kept.set(person.personId, portrait);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_PORTRAITS && oldest !== undefined) this.kept.delete(oldest);
    return portrait;
  }

  private begin(person: Person): Promise<Buffer> {
    const portrait = this.draw(person);
    portrait.catch(() => {
      if (this.kept.get(person.personId) === portrait) this.kept.delete(person.personId);
    });
    return portrait;
  }
}
