export * from './catalogue';
export * from './cities';
export { shortName, type City, type CoveredService, type EndorsementWindow, type Grounds, type ResidenceResult } from './cities/city';
export * from './divisions';
export * from './rules/endorsement-window';
export * from './facts';
export { elsewhereIn } from './search/elsewhere';
export * from './service';
export * from './working-days';
