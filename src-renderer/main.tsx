import { createRoot } from 'react-dom/client'
import { App } from './app'
import { browserHost } from './lib/browser-host'
import { desktopHost } from './lib/desktop-host'
import { applyTheme, storedTheme } from './lib/theme'
import { createConnectStore } from './stores/connect-store'
import { ConnectStore } from './stores/use-connect'
import './styles/index.css'

applyTheme(storedTheme())

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')

const host = window.connectBridge === undefined ? browserHost() : desktopHost(window.connectBridge)
const store = createConnectStore(host)

createRoot(root).render(
  <ConnectStore value={store}>
    <App />
  </ConnectStore>,
)
