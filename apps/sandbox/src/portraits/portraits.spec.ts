import sharp from 'sharp';
import { TestSandbox } from '../../test/harness';
import { Population } from '../population/population';
import { PortraitStudio } from './studio';
import { portraitSvg } from './svg';
import { traitsOf } from './traits';

describe('portraits', () => {
  const { people } = new Population('2026-11-22');

  it('are JPEG of 358 × 441 and always the same', async () => {
    const fetchPortrait = async () => {
      const { app } = new TestSandbox();
      const answer = await app.inject({ url: '/portraits/lin-xiaolan.jpg' });
      expect(answer.headers['content-type']).toBe('image/jpeg');
      return answer.rawPayload;
    };
    const portrait = await fetchPortrait();
    expect(await sharp(portrait).metadata()).toMatchObject({ format: 'jpeg', width: 358, height: 441 });
    expect((await fetchPortrait()).equals(portrait)).toBe(true);
  });

  it('differ from person to person', () => {
    const drawings = new Set(people.slice(0, 300).map((person) => portraitSvg(traitsOf(person))));
    expect(drawings.size).toBeGreaterThan(250);
  });

  it('show the resident of the drawings as drawn', () => {
    expect(traitsOf(people[0]!)).toMatchObject({
      style: 'parted',
      collar: 'vee',
      clothes: '#33485F',
      glasses: false,
    });
  });

  it('are drawn again after an attempt that failed, and only then', async () => {
    const drawn: string[] = [];
    const studio = new PortraitStudio(async ({ personId }) => {
      drawn.push(personId);
      if (drawn.length === 1) throw new Error('no memory left');
      return Buffer.from(personId);
    });
    const person = people[0]!;
    await expect(studio.jpegOf(person)).rejects.toThrow('no memory left');
    expect((await studio.jpegOf(person)).toString()).toBe(person.personId);
    await studio.jpegOf(person);
    expect(drawn).toHaveLength(2);
  });

  it('do not exist for nobody', async () => {
    expect((await new TestSandbox().get('/portraits/nobody.jpg')).status).toBe(404);
  });
});
