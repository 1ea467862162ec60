import sharp from 'sharp';
import { TestSandbox } from '../../test/harness';
import { Population } from '../population/population';
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

  it('do not exist for nobody', async () => {
    expect((await new TestSandbox().get('/portraits/nobody.jpg')).status).toBe(404);
  });
});
