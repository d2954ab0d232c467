/** From the shell's process to the test. */
export type ToHarness =
  /** The browser runs, and can be joined at this address. */
  | { kind: 'browser'; endpoint: string }
  /** The system's browser was asked to open this. */
  | { kind: 'external'; url: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string }

/** From the test to the shell's process. */
export type FromHarness =
  /** The source of a function, called with the `electron` module and `arg`. */
  | { kind: 'evaluate'; id: number; source: string; arg: unknown }
  /** One of the stand-in's own controls by name. */
  | { kind: 'control'; id: number; name: string; args: unknown[] }

/** Does nothing when no test started this process. */
export function tellHarness(message: ToHarness): void {
  if (process.connected) process.send?.(message)
}
