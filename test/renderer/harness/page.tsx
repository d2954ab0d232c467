import { createRoot } from 'react-dom/client'
import { App } from '../../../src-renderer/app'
import type { Host } from '../../../src-renderer/lib/host'
import { applyTheme, storedTheme } from '../../../src-renderer/lib/theme'
import { createConnectStore } from '../../../src-renderer/stores/connect-store'
import { ConnectStore } from '../../../src-renderer/stores/use-connect'
import type { VaultState } from '../../../src-shared/contract/vault'
import { createFakeLink } from '../../fakes/client'
import { recorded } from './said'
import '../../../src-renderer/styles/index.css'

// `?connections=10000&types=all&vault=locked&configured=false` on the first address; kept for the pages after it.
const asked = new URLSearchParams(location.search)
const devices = ['none', 'ready', 'password_due', 'unavailable'] as const
const link = createFakeLink({
  connections: Number(asked.get('connections') ?? 3),
  vault: (asked.get('vault') ?? 'unlocked') as VaultState,
  everyType: asked.get('types') === 'all',
  configured: asked.get('configured') !== 'false',
  latency: Number(asked.get('latency') ?? 8),
  host: asked.get('host') === 'desktop' ? 'desktop' : 'serve',
  recovery: asked.get('recovery') === 'true',
  device: devices.find((device) => device === asked.get('device')),
  damaged: asked.get('damaged') === 'true',
  keychain:
    asked.get('keychain') === 'refused'
      ? { state: 'refused', backend: 'basic_text', reason: 'The keychain of this computer would store the key in the clear.' }
      : undefined,
})

/** Every text that the engine answered with: for telling the page's own words from data. */
const said = new Set<string>()

declare global {
  interface Window {
    fakeLink: typeof link
    said: typeof said
  }
}
window.fakeLink = link
window.said = said

const host: Host = {
  kind: asked.get('host') === 'desktop' ? 'desktop' : 'browser',
  link: recorded(link, said),
  session: null,
  openPage: () => undefined,
}
const store = createConnectStore(host)
applyTheme(storedTheme())
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <ConnectStore value={store}>
      <App />
    </ConnectStore>,
  )
}
