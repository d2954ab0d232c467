import { shellWords } from '../../src-shared/words/en/shell'

/** A connection that stopped working by itself, in sentences for a person. */
export interface Breakage {
  connectionId: string
  title: string
  body: string
}

export interface Notice {
  title: string
  body: string
  /** The page of the application that it opens. */
  path: string
}

export interface NoticePorts {
  /** Whether the owner wants them. */
  wanted(): boolean
  /** Whether the window is in front: it then shows by itself what broke. */
  watched(): boolean
  show(notice: Notice): void
}

/** Systems cut a notification after a few lines, some of them in the middle of one, and some make it as high as the screen. */
const MOST_LINES = 4

/** A provider that goes away takes all its connections with it, within moments. */
const TOGETHER_MS = 1500

/** Tells once about what broke together. */
export class BreakageNotices {
  private broken = new Map<string, Breakage>()
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly ports: NoticePorts) {}

  broke(breakage: Breakage): void {
    if (!this.ports.wanted() || this.ports.watched()) return
    this.broken.set(breakage.connectionId, breakage)
    this.timer ??= setTimeout(() => this.tell(), TOGETHER_MS)
  }

  /** What was not told yet is not told any more. */
  forget(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.broken.clear()
  }

  private tell(): void {
    const notice = noticeOf([...this.broken.values()])
    this.broken = new Map()
    this.timer = undefined
    if (notice && this.ports.wanted() && !this.ports.watched()) this.ports.show(notice)
  }
}

/** One connection is told as it is and opens its page; several are counted, and open the list of them. */
function noticeOf(breakages: readonly Breakage[]): Notice | undefined {
  const [first, ...more] = breakages
  if (first === undefined) return undefined
  if (more.length === 0)
    return { title: first.title, body: first.body, path: `/connect/${encodeURIComponent(first.connectionId)}` }
  return {
    title: shellWords.severalBroke(breakages.length),
    body: linesOf(breakages),
    path: '/attention',
  }
}

function linesOf(breakages: readonly Breakage[]): string {
  const named = breakages.length > MOST_LINES ? breakages.slice(0, MOST_LINES - 1) : breakages
  const others = breakages.length - named.length
  return [...named.map(({ title }) => title), ...(others > 0 ? [shellWords.othersBroke(others)] : [])].join('\n')
}
