import type { ReviewCase } from '@yuezheng/shared-types';
import { hasPortrait } from '../portrait/has-portrait';
import { Portrait } from '../portrait/portrait';
import './person.css';

/** The further facts of the application, with the photo for the permit where documents take the place beside. */
export function PersonCard({ reviewCase }: { reviewCase: ReviewCase }) {
  const { facts, materials } = reviewCase;
  const withPhoto = materials.length > 0 && hasPortrait(reviewCase);
  if (!withPhoto && facts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="person-title">
      <h3 className="card-title" id="person-title">
        {withPhoto ? '照片与申请内容' : '申请内容'}
      </h3>
      <div className="person">
        {withPhoto ? <Portrait reviewCase={reviewCase} className="person-photo" /> : null}
        <dl className="person-facts">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
