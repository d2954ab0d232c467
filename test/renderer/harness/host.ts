import type { Host } from '../../../src-renderer/lib/host'
import type { BrowserSession } from '../../../src-renderer/lib/session'

export interface HarnessHost extends Host {
  /** As when the engine's process has ended; the desktop alone hears of it. */
  endEngine(): void
}

/** What the page runs in: `?host=desktop`, or a browser, whose tab has a session or none by `?session=kept` and `?session=none`. */
export function createHost(asked: URLSearchParams, link: Host['link']): HarnessHost {
  const onEnd = new Set<() => void>()
  const session = asked.get('session')
  return {
    kind: asked.get('host') === 'desktop' ? 'desktop' : 'browser',
    link,
    session: session === null ? null : tabSession(session === 'kept' ? 'token-of-the-tab' : undefined),
    openPage: () => undefined,
    onEngineEnd: (listener) => onEnd.add(listener),
    endEngine() {
      for (const tell of onEnd) tell()
    },
  }
}

/** The only tab there is. */
function tabSession(token: string | undefined): BrowserSession {
  let kept = token
  return {
    takeTicket: () => undefined,
    token: () => kept,
    remember(given) {
      kept = given
    },
    forget() {
      kept = undefined
    },
    askOtherTabs: async () => undefined,
    answerOtherTabs: () => undefined,
  }
}
