import { useEffect, useRef } from 'react'
import type { ProviderAppView } from '../../../src-shared/contract/provider-app'
import { useConnect } from '../../stores/use-connect'

/** Events end the waiting; should one be lost, asking does. */
const askEveryMs = 3000

/** Whether an app has come since the waiting began. */
export function useMadeApp(type: ProviderAppView['type'], waiting: boolean): boolean {
  const app = useConnect((state) => state.providerApps[type])
  const loadProviderApp = useConnect((state) => state.loadProviderApp)
  const before = useRef<string | null>(null)
  if (!waiting) before.current = app?.updatedAt ?? null

  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => loadProviderApp(type).catch(() => undefined), askEveryMs)
    return () => clearInterval(timer)
  }, [waiting, type, loadProviderApp])

  return waiting && app?.configured === true && app.updatedAt !== before.current
}
