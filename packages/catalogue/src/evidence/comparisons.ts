import type { Comparison } from '@yuezheng/shared-types';
import type { Facts } from '../facts';
import { currentResidence } from '../rules/registration';
import type { FiledCase } from '../service';
import { besideAddress, registeredAddress, row, textOf } from './compare';

/** The person, as registered. */
export const personRows = (facts: Facts): Comparison[] => [
  row({ id: 'name', label: '姓名', declared: facts.person.name, found: facts.person.name, source: '人口库' }),
  row({ id: 'idNumber', label: '公民身份号码', declared: facts.person.idNumber, found: facts.person.idNumber, source: '人口库 · 实名认证', sensitive: true }),
  row({ id: 'household', label: '户籍所在地', declared: facts.person.household.text, found: facts.person.household.text, source: '人口库' }),
];

/** The registration, and the address declared beside it. */
export const residenceRows = (filed: FiledCase, facts: Facts): Comparison[] => {
  const residence = currentResidence(facts, filed.city);
  const since = residence ? `${residence.from} 起` : '';
  return [
    row({ id: 'registration', label: '居住登记', declared: since, found: since, source: '居住登记系统' }),
    row({ id: 'address', label: '申报地址', source: '居住登记系统', ...besideAddress(filed, facts, registeredAddress(filed, facts)) }),
  ];
};

/** The portrait: on record, or uploaded and to be looked at. */
export const photoRows = (filed: FiledCase, facts: Facts): Comparison[] => {
  const uploaded = textOf(filed.values.photo) !== undefined;
  const found = facts.photoTakenOn ? `人口库 ${facts.photoTakenOn.slice(0, 7)}` : '';
  return [row({ id: 'photo', label: '照片', declared: uploaded ? '本次上传' : '使用留存照片', found, source: '人口库照片', result: uploaded ? 'judge' : found ? 'match' : 'absent' })];
};
