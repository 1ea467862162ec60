import { Injectable } from '@nestjs/common';
import type { City } from '@yuezheng/catalogue';
import type { LocalDate } from '@yuezheng/shared-types';
import { Database } from '../../platform/database/database';

const BLOCK_SIZE = 100;

interface Block {
  next: number;
  readonly end: number;
}

const RESERVE = {
  name: 'case-numbers-reserve',
  text: `INSERT INTO case_number_blocks AS b (city, day, next) VALUES ($1, $2, 1 + $3::integer)
         ON CONFLICT (city, day) DO UPDATE SET next = b.next + $3::integer RETURNING next - $3::integer AS first`,
};

/** `GZ` on 2026-11-22, 317 → `GZ2026 1122 0317`. The last part grows beyond four digits when a day needs it. */
export const caseNumber = (prefix: string, day: LocalDate, sequence: number): string => {
  const [year, month, dayOfMonth] = day.split('-');
  return `${prefix}${year} ${month}${dayOfMonth} ${String(sequence).padStart(4, '0')}`;
};

/**
 * Numbers that people read out. Each server reserves a hundred for a city and a day in one statement and hands them out
 * from memory: never doubled, in no other table's way, and with gaps where a server stops or a submission is refused.
 */
@Injectable()
export class CaseNumbers {
  private readonly blocks = new Map<string, Promise<Block>>();

  constructor(private readonly database: Database) {}

  /** Call it before the transaction begins: it may need a connection of its own. */
  async next(city: Pick<City, 'code' | 'numberPrefix'>, day: LocalDate): Promise<string> {
    const key = `${city.code} ${day}`;
    for (;;) {
      const reserved = this.blocks.get(key) ?? this.reserve(key, city.code, day);
      const block = await reserved;
      if (block.next < block.end) return caseNumber(city.numberPrefix, day, block.next++);
      if (this.blocks.get(key) === reserved) this.blocks.delete(key);
    }
  }

  private reserve(key: string, city: string, day: LocalDate): Promise<Block> {
    for (const known of this.blocks.keys()) if (known.startsWith(`${city} `)) this.blocks.delete(known);
    const reserved = this.ask(city, day);
    this.blocks.set(key, reserved);
    reserved.catch(() => this.blocks.delete(key));
    return reserved;
  }

  private async ask(city: string, day: LocalDate): Promise<Block> {
    const [row] = await this.database.prepared<{ first: number }>(RESERVE, [city, day, BLOCK_SIZE]);
    if (!row) throw new Error('a reservation returned no row');
    return { next: row.first, end: row.first + BLOCK_SIZE };
  }
}
