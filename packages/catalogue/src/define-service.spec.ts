import { join } from 'node:path';
import ts from 'typescript';
import { definition } from './apply/definition';
import { defineService } from './define-service';

/** A service with one hole for each kind of reference. */
const service = (holes: { condition?: string; situation?: string; section?: string; material?: string; automatic?: string }): string => `
  import { defineService } from './define-service';
  import { guide } from './apply/guide';
  export const definition = defineService({
    id: 'x', version: 1, title: '', shortTitle: '', icon: 'document', group: '', summary: '', keywords: [], startVerb: '', submitVerb: '', pledge: '', needsPermit: false, guide,
    situations: { owned: { title: '', description: '' } },
    fields: {
      colour: { type: 'text', label: '', maxLength: 5, visible: { op: 'situation', in: ['${holes.situation ?? 'owned'}'] } },
      reason: { type: 'text', label: '', maxLength: 5, visible: { op: 'not', of: { op: 'filled', field: '${holes.condition ?? 'colour'}' } } },
    },
    sections: [{ id: 's', title: '', lead: '', fields: ['colour', '${holes.section ?? 'reason'}'] }],
    materials: { lease: { title: '', hint: '', max: 1, visible: { op: 'equals', field: '${holes.material ?? 'colour'}', value: '' } } },
    decidedAutomatically: { op: 'any', of: [{ op: 'filled', field: '${holes.automatic ?? 'colour'}' }] },
    timeLimit: { days: 1, unit: 'day' }, feeFen: 0,
  });
`;

const SOURCES: Readonly<Record<string, string>> = {
  right: service({}),
  condition: service({ condition: 'color' }),
  situation: service({ situation: 'ownd' }),
  section: service({ section: 'reasons' }),
  material: service({ material: 'color' }),
  automatic: service({ automatic: 'color' }),
};

/** The names of the sources that the compiler finds fault with. */
const rejected = (): string[] => {
  const root = join(__dirname, '..');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, ts.sys, root);
  const virtual = new Map(Object.entries(SOURCES).map(([name, text]) => [join(__dirname, `${name}.virtual.ts`), text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => virtual.has(path) || fileExists.call(host, path);
  host.readFile = (path) => virtual.get(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = virtual.get(path);
    return text === undefined ? getSourceFile.call(host, path, language, ...rest) : ts.createSourceFile(path, text, language);
  };
  const program = ts.createProgram([...virtual.keys()], { ...options, types: [] }, host);
  return Object.keys(SOURCES).filter((name) => program.getSemanticDiagnostics(program.getSourceFile(join(__dirname, `${name}.virtual.ts`))).length > 0);
};

describe('defineService', () => {
  it('lets the compiler catch every misspelt reference, and nothing else', () => {
    expect(rejected()).toEqual(['condition', 'situation', 'section', 'material', 'automatic']);
  });

  it('gives every part its id, in order', () => {
    expect(definition.situations.map(({ id }) => id)).toEqual(['employment', 'home', 'schooling']);
    expect(definition.form.flatMap((section) => section.fields.map(({ id }) => id)).slice(0, 4)).toEqual(['name', 'idNumber', 'household', 'address']);
    expect(definition.materials.map(({ id }) => id)).toEqual(['employmentProof', 'homeProof', 'schoolingProof']);
    expect('fields' in definition || 'sections' in definition).toBe(false);
  });

  it('refuses a field that no section shows, or that two show', () => {
    const spec = { ...definition, situations: {}, materials: {}, decidedAutomatically: undefined, fields: { a: { type: 'phone', label: '' } } } as const;
    const section = (id: string, fields: 'a'[]): { id: string; title: string; lead: string; fields: 'a'[] } => ({ id, title: '', lead: '', fields });
    expect(() => defineService({ ...spec, sections: [section('one', [])] })).toThrow('not in exactly one section: a');
    expect(() => defineService({ ...spec, sections: [section('one', ['a']), section('two', ['a'])] })).toThrow('not in exactly one section: a');
    expect(defineService({ ...spec, sections: [section('one', ['a'])] }).form).toHaveLength(1);
  });
});
