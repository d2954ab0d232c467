/**
 * Holds the application's end back until the engine has ended, so that the vault is locked and the folder given back first.
 * The windows are gone by then: what a person sees of it is that the program closed at once.
 */
export class QuitGate {
  private state: 'open' | 'ending' | 'ended' = 'open'

  constructor(
    /** Never rejects: whatever becomes of the engine, the application ends. */
    private readonly stop: () => Promise<void>,
    private readonly quit: () => void,
  ) {}

  /** Whether the application's end has begun: a window that opened now would have no engine, and no time. */
  get isEnding(): boolean {
    return this.state !== 'open'
  }

  /** For Electron's `will-quit`, as often as it comes. */
  willQuit(event: { preventDefault(): void }): void {
    if (this.state === 'ended') return
    event.preventDefault()
    if (this.state === 'ending') return
    this.state = 'ending'
    void this.stop().then(() => {
      this.state = 'ended'
      this.quit()
    })
  }
}
