/**
 * Nothing scrolls in jsdom. antd's scroller also names its TypeScript sources under the export condition `source`,
 * which the workspace uses for its own packages, and Jest does not translate sources of others.
 * Specs that render antd components import this before them.
 */
jest.mock('scroll-into-view-if-needed', () => ({ __esModule: true, default: () => undefined }));

export {};
