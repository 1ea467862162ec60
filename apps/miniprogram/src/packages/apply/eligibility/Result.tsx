import { Text, View } from '@tarojs/components';
import { longDate, type Finding as FoundItem, type RuleResult } from '@yuezheng/shared-types';
import { Card, Finding, Progress, Tag, VerdictHeader } from '../../../components';
import { dayAndTime } from '../../../features/clock-words';
import { barOf } from '../../../features/eligibility/progress';
import type { EligibilityResult } from '../../../features/eligibility/use-eligibility';
import { wallNow } from '../../../platform';
import type { Source } from './SourceSheet';
import './result.scss';

interface ResultProps {
  readonly result: EligibilityResult;
  readonly onSource: (source: Source) => void;
}

const TONES = { exempt: 'ok', 'with-materials': 'ok', 'not-yet': 'warning', refused: 'danger' } as const;

/** The verdict, the rules with what was found, and what comes next. */
export function Result({ result, onSource }: ResultProps) {
  const { verdict, headline, checkedAt, legalBasis, rules, earliestDate, next, referral } = result;
  const further = referral ?? next;
  return (
    <>
      <VerdictHeader tone={TONES[verdict]} title={headline} text={`核验于${dayAndTime(checkedAt, wallNow())} · 依据${legalBasis}`} />
      {earliestDate !== undefined && (
        <Card>
          <View className="yz-earliest">
            <Text className="yz-earliest__label">最早可以办理的日期</Text>
            <Text className="yz-earliest__date">{longDate(earliestDate)}</Text>
          </View>
        </Card>
      )}
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} onSource={onSource} />
      ))}
      <Card look="tint" title={further.title}>
        <Text className="yz-result__next">{further.text}</Text>
      </Card>
    </>
  );
}

interface RuleCardProps {
  readonly rule: RuleResult;
  readonly onSource: (source: Source) => void;
}

function RuleCard({ rule: { title, met, tag, progress, findings, note }, onSource }: RuleCardProps) {
  const show = ({ title: item, found, source }: FoundItem) => onSource({ title: item, found, ...source });
  return (
    <Card title={title} aside={<Tag tone={met ? 'ok' : 'warning'} text={tag} />}>
      {progress && (
        <Progress met={met} {...barOf(progress)} startLabel={progress.fromLabel} goalLabel={progress.reachedLabel} nowLabel={progress.todayLabel} />
      )}
      {findings.map((finding) => (
        <Finding key={finding.id + finding.found} status={finding.status} title={finding.title} found={finding.found} onSource={() => show(finding)} />
      ))}
      {note !== undefined && <Text className="yz-result__note">{note}</Text>}
    </Card>
  );
}
