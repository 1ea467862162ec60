import { allFields, isFilled, isVisible, type CaseFile } from '@yuezheng/case-engine';
import { districtName, type City } from '@yuezheng/catalogue';
import { maskCitizenId, maskPhone, type Fact, type Field, type FieldValue } from '@yuezheng/shared-types';

/** A value as people read it. Numbers of people and phones are masked. */
const shown = (field: Field, value: FieldValue, city: City): string => {
  if (typeof value !== 'string') return `${districtName(city, value.district)}${value.detail}`;
  switch (field.type) {
    case 'choice':
      return field.options.find((option) => option.value === value)?.label ?? value;
    case 'phone':
      return maskPhone(value);
    case 'citizenId':
      return maskCitizenId(value);
    case 'photo':
      return '本次上传';
    default:
      return value;
  }
};

/** The chosen situation and what was filled in, line by line, in the order of the pinned form. */
export const formFacts = (file: CaseFile, city: City): Fact[] => {
  const { definition, values, situation, exempt } = file;
  const chosen = definition.situations.find(({ id }) => id === situation);
  const line = (field: Field): Fact[] => {
    const value = values[field.id];
    if (field.type === 'known') return [];
    if (value !== undefined && isFilled(value)) return [{ label: field.label, value: shown(field, value, city) }];
    return field.type === 'photo' && isVisible(field, { values, situation, exempt }) ? [{ label: field.label, value: '使用留存照片' }] : [];
  };
  return [...(chosen ? [{ label: '办理情形', value: exempt ? `${chosen.title}（免材料）` : chosen.title }] : []), ...allFields(definition).flatMap(line)];
};
