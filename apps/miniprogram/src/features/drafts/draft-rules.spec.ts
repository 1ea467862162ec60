import type { Draft, EligibilityOutcome } from '@yuezheng/shared-types';
import type { DraftForm } from './draft-form';
import { contextOf, issuesOf, onlyConfirms, stepOfIssue, stepPlan, stepsOf, stepToOpen } from './draft-rules';

const unproven = { op: 'not', of: { op: 'exempt' } } as const;

const draftWith = (situations: EligibilityOutcome['situations'], more: Partial<Draft['definition']> = {}): Draft =>
  ({
    city: '440100',
    photoOnRecord: true,
    eligibility: { verdict: 'exempt', situations },
    definition: {
      form: [
        {
          id: 'one', title: '核对', lead: '',
          fields: [
            { id: 'name', label: '姓名', type: 'known' },
            { id: 'address', label: '现居住地址', type: 'address', visible: unproven },
          ],
        },
      ],
      materials: [{ id: 'paper', title: '住所证明', hint: '拍清地址', max: 2, visible: unproven }],
      situations: [{ id: 'home', title: '住所', description: '' }, { id: 'job', title: '就业', description: '' }],
      ...more,
    },
  }) as unknown as Draft;

const form = (more: Partial<DraftForm> = {}): DraftForm => ({ situation: 'job', values: {}, materials: {}, step: 'form', ...more });
const job = { id: 'job', exempt: true, note: '' };
const home = { id: 'home', exempt: false, note: '' };

describe('the pages of a form', () => {
  it('leaves the materials out where data have confirmed the situation', () => {
    expect(stepsOf(draftWith([job, home]), form())).toEqual(['situation', 'form', 'confirm']);
    expect(stepsOf(draftWith([job, home]), form({ situation: 'home' }))).toEqual(['situation', 'form', 'materials', 'confirm']);
  });

  it('leaves the situation out where only one is open', () => {
    expect(stepsOf(draftWith([job]), form())).toEqual(['form', 'confirm']);
  });

  it('is one confirmation where nothing is asked and nobody has to judge', () => {
    const automatic = draftWith([job, home], { decidedAutomatically: { op: 'exempt' } });
    expect(onlyConfirms(automatic, form())).toBe(true);
    expect(stepsOf(automatic, form())).toEqual(['confirm']);
    expect(onlyConfirms(automatic, form({ situation: 'home' }))).toBe(false);
    expect(onlyConfirms(draftWith([job]), form())).toBe(false);
  });

  it('are not counted before it is known how many they are', () => {
    const both = draftWith([job, home]);
    const known = { steps: ['situation', 'form', 'confirm'], open: true };
    expect(stepPlan(both, form(), 'situation')).toEqual(known);
    expect(stepPlan(both, form({ situation: 'home' }), 'situation')).toEqual(known);
    expect(stepPlan(both, form({ situation: 'home' }), 'form')).toMatchObject({ steps: { length: 4 }, open: false });
  });

  it('are counted from the first page where every situation leads the same way', () => {
    const papers = draftWith([{ ...job, exempt: false }, home]);
    for (const situation of [undefined, 'job', 'home']) expect(stepPlan(papers, form({ situation }), 'situation')).toEqual({ steps: ['situation', 'form', 'materials', 'confirm'], open: false });
    const none = draftWith([job, { ...home, exempt: true }]);
    for (const situation of [undefined, 'job', 'home']) expect(stepPlan(none, form({ situation }), 'situation')).toEqual({ steps: ['situation', 'form', 'confirm'], open: false });
  });

  it('opens where the person was, unless that page is not there any more', () => {
    expect(stepToOpen(['form', 'confirm'], 'confirm')).toBe('confirm');
    expect(stepToOpen(['form', 'confirm'], 'materials')).toBe('form');
  });
});

describe('what has to be put right', () => {
  const draft = draftWith([job, home]);
  const issues = (typed: DraftForm, step: DraftForm['step']) => issuesOf(draft, typed, step, contextOf(draft, typed, '2026-11-22'));

  it('belongs to its own page', () => {
    expect(issues(form({ situation: undefined }), 'situation').map(({ path }) => path)).toEqual(['situation']);
    expect(issues(form({ situation: 'home' }), 'form').map(({ path }) => path)).toEqual(['values.address']);
    expect(issues(form({ situation: 'home' }), 'materials').map(({ path }) => path)).toEqual(['materials.paper']);
    expect(issues(form(), 'form')).toEqual([]);
  });

  it('says that an address lies in another city', () => {
    const typed = form({ situation: 'home', values: { address: { district: '440304', detail: '深南大道 1 号 101' } } });
    expect(issues(typed, 'form')).toEqual([expect.objectContaining({ code: 'city-mismatch' })]);
  });

  it('leads back to the page where it is put right', () => {
    expect(['situation', 'values.address', 'materials.paper'].map((path) => stepOfIssue({ path, code: '', message: '' }))).toEqual(['situation', 'form', 'materials']);
  });
});
