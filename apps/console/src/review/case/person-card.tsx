import type { ReviewCase } from '@yuezheng/shared-types';
import { ReviewImage } from '../materials/review-image';
import './person.css';

/** The photo for the permit and the further facts of the application. */
export function PersonCard({ reviewCase }: { reviewCase: ReviewCase }) {
  const { id, photoFileId, portraitOnRecord, facts, applicant, onBehalfOf } = reviewCase;
  const hasPortrait = photoFileId !== undefined || portraitOnRecord;
  if (!hasPortrait && facts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="person-title">
      <h3 className="card-title" id="person-title">
        照片与申请内容
      </h3>
      <div className="person">
        {hasPortrait ? (
          <ReviewImage
            className="person-photo"
            caseId={id}
            fileId={photoFileId}
            size="full"
            alt={`${onBehalfOf ?? applicant} 的${portraitOnRecord ? '人口库照片' : '证件照片'}`}
          />
        ) : null}
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
