import type { ReviewCase } from '@yuezheng/shared-types';
import { ReviewImage } from '../materials/review-image';
import './person.css';

/** The photo for the permit and the further facts of the application. */
export function PersonCard({ reviewCase }: { reviewCase: ReviewCase }) {
  const { id, photoFileId, facts, applicant } = reviewCase;
  if (photoFileId === undefined && facts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="person-title">
      <h3 className="card-title" id="person-title">
        照片与申请内容
      </h3>
      <div className="person">
        {photoFileId === undefined ? null : (
          <ReviewImage
            className="person-photo"
            caseId={id}
            fileId={photoFileId}
            size="full"
            alt={`${applicant} 的证件照片`}
          />
        )}
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
