import type { Logger } from '../../src-main/engine/port'

interface Line {
  level: 'info' | 'error'
  message: string
  facts: Record<string, unknown>
}

/** Keeps what was logged, to be looked at. */
export class RecordingLogger implements Logger {
  readonly lines: Line[] = []

  info(message: string, facts: Record<string, unknown> = {}): void {
    this.lines.push({ level: 'info', message, facts })
  }

  error(message: string, facts: Record<string, unknown> = {}): void {
    this.lines.push({ level: 'error', message, facts })
  }

  /** Everything as one text, to search for what must not be there. */
  text(): string {
    return JSON.stringify(this.lines)
  }
}
