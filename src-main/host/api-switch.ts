import type { Settings } from '../../src-shared/contract/settings'

/** Whether scripts are answered. Off until the settings were read: they are sealed with the vault. */
export class ApiSwitch {
  #off: AbortController | undefined

  /** @param open makes sure that there is a port to answer at; what becomes of it is its own business */
  constructor(private readonly open: () => void) {}

  get isOn(): boolean {
    return this.#off !== undefined
  }

  /** Fires when it is switched off, at once where it is already. */
  until(): AbortSignal {
    return this.#off?.signal ?? AbortSignal.abort()
  }

  follow({ loopbackApi }: Pick<Settings, 'loopbackApi'>): void {
    if (loopbackApi === this.isOn) return
    if (loopbackApi) {
      this.#off = new AbortController()
      this.open()
    } else {
      this.#off?.abort()
      this.#off = undefined
    }
  }
}
