export * from './FieldList';
export * from './FieldView';
export * from './OptionList';
export * from './TextLine';
export { fieldElementId } from './FieldFrame';
export { addressText } from './address';
export { MaterialField } from './material';
export { UploadedPicture } from './material/pictures';
export type { FieldContext } from './field-props';
