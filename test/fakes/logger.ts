import type { Logger } from '../../src-main/engine/port'

/** Keeps what was logged. */
export class FakeLogger implements Logger {
  readonly lines: { level: 'info' | 'error'; message: string; facts: Record<string, unknown> }[] = []
  info = (message: string, facts: Record<string, unknown> = {}): void => void this.lines.push({ level: 'info', message, facts })
  error = (message: string, facts: Record<string, unknown> = {}): void => void this.lines.push({ level: 'error', message, facts })

  /** All of it, to search for what must not be there. */
  text = (): string => JSON.stringify(this.lines)
}
