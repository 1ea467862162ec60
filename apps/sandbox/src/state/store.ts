import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SandboxState } from './state';
import { emptyState, sandboxStateSchema } from './state';

const SAVE_DELAY_MS = 250;

/** The state and its file. Nothing is written when there is no file. */
export class StateStore {
  readonly state: SandboxState;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param file where the state is kept between runs; undefined keeps it in memory only
   * @param today the reference day of a state that is new
   * @param referenceDay when given it prevails over an earlier state's
   */
  constructor(
    private readonly file: string | undefined,
    today: string,
    referenceDay?: string,
  ) {
    this.state = readState(file) ?? emptyState(today);
    this.state.referenceDay = referenceDay ?? this.state.referenceDay;
    this.changed();
  }

  /** To be called after each change; many changes make one write. */
  changed(): void {
    if (this.file === undefined || this.timer !== undefined) return;
    this.timer = setTimeout(() => this.save(), SAVE_DELAY_MS);
    this.timer.unref();
  }

  /** Writes what is waiting to be written. */
  flush(): void {
    if (this.timer !== undefined) this.save();
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.file === undefined) return;
    const draft = `${this.file}.${process.pid}.tmp`;
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(draft, JSON.stringify(this.state), { mode: 0o600 });
    renameSync(draft, this.file);
  }
}

/** A file that is missing, torn or of another version starts the sandbox anew: it holds test data only. */
const readState = (file: string | undefined): SandboxState | undefined => {
  if (file === undefined) return undefined;
  try {
    return sandboxStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};
