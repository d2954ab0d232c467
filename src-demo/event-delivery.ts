/** Events of a provider on their way to an app. What fails is not sent again. */
export interface EventDelivery {
  /** Nothing waits for it, unless asked to. */
  send(headers: Record<string, string>, body: string): void
  /** Resolves when all that was sent was taken, or has failed. */
  idle(): Promise<void>
  /** Gives up what is on its way. */
  close(): Promise<void>
}

/** GitHub, "Best practices for using webhooks": a delivery that takes longer has failed. Slack waits for three seconds. */
const TIMEOUT_MS = 10_000

/** @param url of the app's ingress */
export function eventDelivery(url: string): EventDelivery {
  const closing = new AbortController()
  const underway = new Set<Promise<unknown>>()
  const idle = async (): Promise<void> => {
    await Promise.all(underway)
  }
  return {
    send(headers, body) {
      const delivery = fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
        .then((answer) => answer.body?.cancel())
        .catch(() => undefined)
        .finally(() => underway.delete(delivery))
      underway.add(delivery)
    },
    idle,
    async close() {
      closing.abort()
      await idle()
    },
  }
}
