import { Injectable } from '@nestjs/common';
import { FileShelf, type LooseFiles } from '../../files/file-shelf';
import { Clock } from '../../platform/clock/clock';
import { SealedJson } from '../../platform/crypto/sealed-json';
import { Database } from '../../platform/database/database';
import { OutboxTask } from '../../platform/outbox/outbox-task';

const DAY_MS = 86_400_000;
/** How long a photo may wait for a form to name it. */
const LOOSE_DAYS = 7;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface Place {
  /** The sealed column, as the cipher knows it. */
  readonly field: string;
  readonly text: string;
}

const ownedBy = (table: string): string => `(${table}.holder_id = $1 OR (${table}.applicant_id = $1 AND ${table}.applicant_id <> ${table}.holder_id))`;

/** What a case took in, at submission and with every supplement: replaced papers stay evidence of what was decided on. */
const IN_CASES: readonly Place[] = [
  { field: 'cases.content', text: `SELECT holder_id, content FROM cases c WHERE ${ownedBy('c')}` },
  {
    field: 'case_actions.content',
    text: `SELECT a.holder_id, a.content FROM cases c JOIN case_actions a ON a.holder_id = c.holder_id AND a.case_id = c.case_id
           WHERE ${ownedBy('c')} AND a.action IN ('submit', 'supplement')`,
  },
];
const IN_DRAFTS: readonly Place[] = [{ field: 'drafts.content', text: `SELECT holder_id, content FROM drafts d WHERE ${ownedBy('d')}` }];

/** Deletes photos that were uploaded and never handed in: a retake, a draft given up. */
@Injectable()
export class LooseUploads {
  constructor(
    private readonly shelf: FileShelf,
    private readonly database: Database,
    private readonly sealed: SealedJson,
    private readonly clock: Clock,
  ) {}

  /** A file that some case names is marked, and not looked at again; one that a draft names waits with it. */
  @OutboxTask('files.sweep-loose', { cron: '50 19 * * *' })
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now() - LOOSE_DAYS * DAY_MS);
    let batch = await this.shelf.loose(before, BEFORE_ALL);
    while (batch.length > 0) {
      for (const files of batch) await this.sort(files);
      batch = await this.shelf.loose(before, batch.at(-1)?.ownerId ?? BEFORE_ALL);
    }
  }

  private async sort({ ownerId, fileIds }: LooseFiles): Promise<void> {
    // Drafts first: one that is handed in meanwhile is then found among the cases.
    const drafted = await this.namedIn(IN_DRAFTS, ownerId);
    const filed = await this.namedIn(IN_CASES, ownerId);
    await this.shelf.keepForGood({ ownerId, fileIds: fileIds.filter((id) => filed.includes(id)) });
    await this.shelf.discard({ ownerId, fileIds: fileIds.filter((id) => !filed.includes(id) && !drafted.includes(id)) });
  }

  /** All that was filled in there, as one text: an id in it is a file that is named. */
  private async namedIn(places: readonly Place[], ownerId: string): Promise<string> {
    const texts = await Promise.all(
      places.map(async ({ field, text }) => {
        const rows = await this.database.query<{ holder_id: string; content: Buffer }>(text, [ownerId]);
        return rows.map((row) => JSON.stringify(this.sealed.open<unknown>(field, row.holder_id, row.content))).join('\n');
      }),
    );
    return texts.join('\n').toLowerCase();
  }
}
