import type { Challenge } from '@yuezheng/shared-types';

/** What the clerk does where the two screens differ, and where nothing came: a phone without a network shows no word. */
export const WHERE_IT_DIFFERS =
  '不一致：请勿受理。没有出现：对方手机可能没有网络，请其联网后重扫，或核对居民身份证。';

/** What the clerk does after an acceptance without a network: only the family name is readable in a masked one. */
export const CHECK_THE_PAPER = '请持证人出示居民身份证，核对姓氏、有效期和本人';

/** The same card as on the phone: two characters on a colour, with the colour's name. Next to the person the largest thing. */
export function ChallengeCard({ challenge }: { challenge: Challenge }) {
  return (
    <div className="accepted-challenge">
      <div className="challenge-words">
        <p className="challenge-sentence">对方手机应显示同样的字和颜色</p>
        <p>{WHERE_IT_DIFFERS}</p>
      </div>
      <div className="challenge-card" style={{ background: challenge.colour, color: challenge.ink }}>
        <strong>{challenge.characters}</strong>
        <span>{challenge.colourName}</span>
      </div>
    </div>
  );
}
