import { visibleSections } from '@yuezheng/case-engine';
import { Fragment } from 'react';
import { FieldList } from '../../../fields';
import { DraftFrame } from '../parts/DraftFrame';
import { PageTitle } from '../parts/PageTitle';

/** What the government knows in grey, and the rest asked for. */
export default function FormPage() {
  return (
    <DraftFrame step="form">
      {({ state, conditions, fieldContext, issues, keeper, leave }) =>
        visibleSections(state.draft.definition, conditions).map((section) => (
          <Fragment key={section.id}>
            <PageTitle title={section.title} lead={section.lead} />
            <FieldList
              fields={section.fields}
              conditions={conditions}
              context={fieldContext}
              issues={issues}
              onChange={keeper.setValue}
              onLeave={(fieldId) => leave(`values.${fieldId}`)}
            />
          </Fragment>
        ))
      }
    </DraftFrame>
  );
}
