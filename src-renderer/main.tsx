import './lib/without-eval'
import { createRoot } from 'react-dom/client'
import { navigate } from 'wouter/use-browser-location'
import { App } from './app'
import type { Host } from './lib/host'
import { whileTouched } from './lib/presence'
import { applyTheme, storedTheme } from './lib/theme'
import { createConnectStore } from './stores/connect-store'
import { ConnectStore } from './stores/use-connect'
import './styles/index.css'

applyTheme(storedTheme())

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')

const host = await openHost()
const store = createConnectStore(host)
// While the vault is locked the address waits under the page that asks for the password.
host.onOpen?.((path, document) => {
  if (document !== undefined) store.getState().offerRecipe(document)
  navigate(path)
})
// At a desktop the shell knows when somebody is there; a server only knows what pages tell.
if (host.session !== null) whileTouched(window, () => store.getState().sayPresence())

createRoot(root).render(
  <ConnectStore value={store}>
    <App />
  </ConnectStore>,
)

/** Only the transport of the host we are in is loaded. */
async function openHost(): Promise<Host> {
  const bridge = window.connectBridge
  if (bridge === undefined) return (await import('./lib/browser-host')).browserHost()
  return (await import('./lib/desktop-host')).desktopHost(bridge)
}
