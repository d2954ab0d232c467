import type { LiveState } from './live-state'

/** What commits leave behind is brought up to them in later turns: the tables, then what is searched in, a part in each turn. */
export class Following {
  private isDue = false

  /** `state`: what there is by then; undefined once the vault is closed. */
  constructor(private readonly state: () => LiveState | undefined) {}

  soon(): void {
    if (this.isDue) return
    this.isDue = true
    setImmediate(() => this.follow())
  }

  private follow(): void {
    this.isDue = false
    const state = this.state()
    if (state === undefined) return
    state.catchUp()
    if (!state.search.isLong) return
    state.search.refresh()
    this.soon()
  }
}
