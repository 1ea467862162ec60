import { useState } from 'react';
import { Button, Page, QueryView, Sheet, SkeletonCards } from '../../../components';
import { useCity, useCityCode } from '../../../features/catalogue/use-city';
import { useDefinition } from '../../../features/catalogue/use-definition';
import { useMe } from '../../../features/session/use-me';
import { OptionList } from '../../../fields';
import { openPage, usePageParams } from '../../../platform';
import { pages } from '../../../pages';
import { Obstacle } from '../parts/Obstacle';
import { PageTitle } from '../parts/PageTitle';
import { GuideCards } from './GuideCards';

const MYSELF = 'myself';

/** Row A3: what the service is, for whom, and what it takes. */
export default function GuidePage() {
  const { serviceId = '', city: cityInLink } = usePageParams();
  const city = useCityCode(cityInLink);
  const cityName = useCity(city)?.name;
  const definition = useDefinition(serviceId, city);
  const me = useMe();
  const [choosing, setChoosing] = useState(false);

  const wards = me.data?.wards ?? [];
  const check = (wardId?: string) => openPage(pages.eligibility, { serviceId, city, wardId });
  const choose = (who: string) => {
    setChoosing(false);
    return check(who === MYSELF ? undefined : who);
  };

  return (
    <Page
      title="办事指南"
      offlineText="没有网络，连上后才能办理。"
      actions={definition.data && <Button onTap={() => (wards.length > 0 ? setChoosing(true) : check())}>资格校验</Button>}
      overlay={
        choosing && (
          <Sheet title="为谁办理" onClose={() => setChoosing(false)}>
            <OptionList
              options={[
                { value: MYSELF, label: me.data?.name ?? '本人', note: '本人' },
                ...wards.map(({ id, name, relation }) => ({ value: id, label: name, note: `${relation}，由您代办` })),
              ]}
              onChoose={choose}
            />
          </Sheet>
        )
      }
    >
      <QueryView
        query={definition}
        what="办事指南"
        skeleton={<SkeletonCards count={4} lines={4} />}
        onProblem={({ problem }) => <Obstacle what="办事指南" problem={problem} onRetry={() => definition.refetch()} />}
      >
        {({ title, guide }) => (
          <>
            <PageTitle title={title} lead={cityName === undefined ? undefined : `${cityName} · ${guide.fee}`} />
            <GuideCards guide={guide} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
