import { Injectable } from '@nestjs/common';
import type { CaseAction, StepNote } from '@yuezheng/case-engine';
import { SupplementItem, z, type CaseState, type ReviewStep, type TimelineEntry, type Tone } from '@yuezheng/shared-types';
import { SealedJson } from '../../platform/crypto/sealed-json';
import { Database, queryIn, type Tx } from '../../platform/database/database';

/** One step of a case, as it happened. */
export interface ActionEntry {
  readonly holderId: string;
  readonly caseId: string;
  readonly seq: number;
  /** Unique within the case: the same step sent twice is known by it. */
  readonly transactionId: string;
  readonly at: Date;
  readonly actor: { readonly kind: 'resident' | 'staff' | 'system'; readonly id: string };
  readonly action: 'submit' | CaseAction['type'];
  readonly from?: CaseState;
  readonly to: CaseState;
  readonly note?: StepNote;
  /** What an approval brought, for the applicant. */
  readonly outcome?: string;
  /** What the action carried: reasons, items, values. */
  readonly payload?: unknown;
}

interface Content {
  readonly detail?: string;
  readonly outcome?: string;
  readonly payload?: unknown;
}

interface NoteRow {
  at: Date;
  title: string;
  tone: Tone;
  content: Buffer;
}

/** The payload of a step that asked the applicant for something. */
const Asking = z.object({ items: z.array(SupplementItem) });

const askedIn = (payload: unknown): ReviewStep['asked'] => {
  const parsed = z.safeParse(Asking, payload);
  return parsed.success ? parsed.data.items.map(({ title, reason }) => ({ title, reason })) : [];
};

const FIELD = 'case_actions.content';
const APPEND = {
  name: 'case-actions-append',
  text: `INSERT INTO case_actions (holder_id, case_id, seq, transaction_id, at, actor_kind, actor_id, action, from_state, to_state, title, tone, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const KNOWS = { name: 'case-actions-knows', text: 'SELECT 1 FROM case_actions WHERE holder_id = $1 AND case_id = $2 AND transaction_id = $3' };
const NOTES = {
  name: 'case-actions-notes',
  text: `SELECT at, title, tone, content FROM case_actions WHERE holder_id = $1 AND case_id = $2 AND title IS NOT NULL ORDER BY seq DESC`,
};
const NOTE = {
  name: 'case-actions-note',
  text: `SELECT at, title, tone, content FROM case_actions WHERE holder_id = $1 AND case_id = $2 AND seq = $3 AND title IS NOT NULL`,
};

/** The append-only history of cases: a trigger refuses every change. */
@Injectable()
export class ActionLog {
  constructor(
    private readonly database: Database,
    private readonly sealed: SealedJson,
  ) {}

  async append(tx: Tx, entry: ActionEntry): Promise<void> {
    const { holderId, caseId, seq, transactionId, at, actor, action, from, to, note, outcome, payload } = entry;
    const content: Content = { detail: note?.detail, outcome, payload };
    await queryIn(tx, APPEND, [
      holderId, caseId, seq, transactionId, at, actor.kind, actor.id, action, from ?? null, to, note?.title ?? null, note?.tone ?? null,
      this.sealed.seal(FIELD, holderId, content),
    ]);
  }

  /** Whether a step was already taken. */
  async knows(tx: Tx, holderId: string, caseId: string, transactionId: string): Promise<boolean> {
    return (await queryIn(tx, KNOWS, [holderId, caseId, transactionId])).length === 1;
  }

  /** What the resident reads of a case, newest first. */
  async timeline(holderId: string, caseId: string): Promise<TimelineEntry[]> {
    return (await this.database.prepared<NoteRow>(NOTES, [holderId, caseId])).map((row) => this.open(holderId, row));
  }

  /** What officials read of a case, newest first: also what was asked for, word for word. */
  async steps(holderId: string, caseId: string): Promise<ReviewStep[]> {
    const rows = await this.database.prepared<NoteRow>(NOTES, [holderId, caseId]);
    return rows.map((row) => {
      const content = this.contentOf(holderId, row);
      return { ...entryOf(row, content), asked: askedIn(content.payload) };
    });
  }

  async entry(holderId: string, caseId: string, seq: number): Promise<TimelineEntry | undefined> {
    const [row] = await this.database.prepared<NoteRow>(NOTE, [holderId, caseId, seq]);
    return row && this.open(holderId, row);
  }

  private open(holderId: string, row: NoteRow): TimelineEntry {
    return entryOf(row, this.contentOf(holderId, row));
  }

  private contentOf(holderId: string, { content }: NoteRow): Content {
    return this.sealed.open<Content>(FIELD, holderId, content);
  }
}

const entryOf = ({ at, title, tone }: NoteRow, { detail, outcome }: Content): TimelineEntry => ({
  at: at.toISOString(), title, detail: [detail, outcome].filter(Boolean).join('，'), tone, ...(outcome && { outcome }),
});
