const storageKey = 'neurocad-connect.session'
const channelName = 'neurocad-connect.session'
/** A tab on the same machine answers in a few milliseconds; longer waits would only delay the sign-in page. */
const answerWithinMs = 300

type Message = { kind: 'ask' } | { kind: 'answer'; token: string }

export interface BrowserSession {
  /** The ticket from the address bar, which it leaves at once. Undefined where there is none. */
  takeTicket(): string | undefined
  token(): string | undefined
  remember(token: string): void
  forget(): void
  /**
   * Asks the other tabs of this origin: the one that comes back from a consent page has no ticket of its own.
   * @param late told of an answer that came after this has resolved without one
   */
  askOtherTabs(late: (token: string) => void): Promise<string | undefined>
  answerOtherTabs(): void
}

/** Kept in sessionStorage: it ends with the tab, is not sent by itself as a cookie would be, and no other origin reads it. */
export function browserSession(): BrowserSession {
  return {
    takeTicket() {
      const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket')
      if (ticket === null) return undefined
      history.replaceState(history.state, '', location.pathname + location.search)
      return ticket
    },
    token: () => sessionStorage.getItem(storageKey) ?? undefined,
    remember: (token) => sessionStorage.setItem(storageKey, token),
    forget: () => sessionStorage.removeItem(storageKey),
    askOtherTabs,
    answerOtherTabs() {
      const channel = new BroadcastChannel(channelName)
      channel.onmessage = ({ data }: MessageEvent<Message>) => {
        const token = sessionStorage.getItem(storageKey)
        if (data.kind === 'ask' && token !== null) channel.postMessage({ kind: 'answer', token } satisfies Message)
      }
    },
  }
}

function askOtherTabs(late: (token: string) => void): Promise<string | undefined> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(channelName)
    let tell: (token: string) => void = resolve
    // A busy computer may take longer to wake a tab in the background; its answer is welcome still.
    const timer = setTimeout(() => {
      tell = late
      resolve(undefined)
    }, answerWithinMs)
    channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind !== 'answer') return
      clearTimeout(timer)
      channel.close()
      tell(data.token)
    }
    channel.postMessage({ kind: 'ask' } satisfies Message)
  })
}
