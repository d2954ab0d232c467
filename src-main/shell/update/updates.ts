import type { ShellSettings } from '../../../src-shared/bridge/engine-message'
import type { UpdateStatus } from '../../../src-shared/contract/host'
import { shellWords } from '../../../src-shared/words/en/shell'
import type { UpdaterPort } from './updater-port'

type UpdateSettings = Pick<ShellSettings, 'updates' | 'updateFeed'>

export interface UpdatesOptions {
  /** Why this program cannot update itself at all, as a sentence; undefined when it can. */
  impossible: string | undefined
  /** The feed that the program was built with. */
  builtInFeed: string | undefined
  /** Loads the updater: only once updates are on. */
  load(): Promise<UpdaterPort>
  /** Called before an update is installed. Installing closes the windows before the application is said to quit (Electron: autoUpdater). */
  beforeInstall(): void
}

const BETWEEN_LOOKS_MS = 12 * 60 * 60 * 1000

const off = (detail: string): UpdateStatus => ({ state: 'off', version: null, detail })
const failed: UpdateStatus = { state: 'failed', version: null, detail: shellWords.updateFailed }

/** Looks for updates while the owner wants them, and never otherwise. */
export class Updates {
  private current: UpdateStatus
  private feed: string | undefined
  private updater: Promise<UpdaterPort> | undefined
  private looking: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly options: UpdatesOptions) {
    this.current = off(options.impossible ?? shellWords.updatesOff)
  }

  get status(): UpdateStatus {
    return this.current
  }

  /** Takes over what the owner decided; the first look follows at once. */
  follow(settings: UpdateSettings): void {
    const judged = this.judge(settings)
    const feed = 'feed' in judged ? judged.feed : undefined
    if (feed !== undefined && feed === this.feed) return
    this.feed = feed
    clearInterval(this.timer)
    if ('why' in judged) {
      this.current = off(judged.why)
      return
    }
    this.current = { state: 'none', version: null, detail: null }
    this.timer = setInterval(() => void this.check(), BETWEEN_LOOKS_MS)
    this.timer.unref()
    void this.check()
  }

  /** Looks now. An update that is found is fetched; what came of it is the status. */
  async check(): Promise<UpdateStatus> {
    if (this.feed === undefined || this.current.state === 'ready' || this.current.state === 'downloading') return this.current
    this.looking ??= this.look(this.feed).finally(() => {
      this.looking = undefined
    })
    await this.looking
    return this.current
  }

  /** Restarts into an update that is ready; without one, nothing happens. */
  async install(): Promise<UpdateStatus> {
    const updater = await this.updater
    if (this.current.state === 'ready' && updater) {
      this.options.beforeInstall()
      updater.install()
    }
    return this.current
  }

  private judge({ updates, updateFeed }: UpdateSettings): { feed: string } | { why: string } {
    if (this.options.impossible !== undefined) return { why: this.options.impossible }
    if (!updates) return { why: shellWords.updatesOff }
    const feed = updateFeed ?? this.options.builtInFeed
    if (feed === undefined) return { why: shellWords.updatesNoFeed }
    // The settings hold no other; what reached this process is looked at again.
    if (!URL.canParse(feed) || new URL(feed).protocol !== 'https:') return { why: shellWords.updatesBadFeed }
    return { feed }
  }

  private async look(feed: string): Promise<void> {
    const say = (status: UpdateStatus) => {
      // The owner changed the feed meanwhile, or wants no updates any more.
      if (this.feed === feed) this.current = status
    }
    say({ state: 'checking', version: null, detail: null })
    try {
      this.updater ??= this.options.load()
      const found = await (await this.updater).look(feed)
      if (!found) return say({ state: 'none', version: null, detail: null })
      const { version, fetched } = found
      say({ state: 'downloading', version, detail: null })
      fetched.then(
        () => say({ state: 'ready', version, detail: null }),
        () => say(failed),
      )
    } catch {
      // Whatever it was, unreachable or not signed, nothing was taken over from it; its text may name addresses.
      say(failed)
    }
  }
}
