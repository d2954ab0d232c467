import { createRoot, type Root } from 'react-dom/client'
import { App } from '../../../src-renderer/app'
import { applyTheme, storedTheme } from '../../../src-renderer/lib/theme'
import { createConnectStore } from '../../../src-renderer/stores/connect-store'
import { ConnectStore } from '../../../src-renderer/stores/use-connect'
import { createFakeLink } from '../../fakes/client'
import { askedFor } from './asked'
import { createHost, type HarnessHost } from './host'
import { type Recorded, recorded } from './recorded'
import '../../../src-renderer/styles/index.css'

declare global {
  interface Window {
    fakeLink: Recorded
    fakeHost: HarnessHost
    show(address: string): void
  }
}

/** Ends what is shown. */
let end = () => {}

/** Begins anew at an address, as a visit of it does but for loading the code again. What it asks for holds until the next. */
function show(address: string): void {
  end()
  history.replaceState(null, '', address)
  const asked = new URLSearchParams(location.search)
  window.fakeLink = recorded(createFakeLink(askedFor(asked)))
  window.fakeHost = createHost(asked, window.fakeLink)
  const store = createConnectStore(window.fakeHost)
  applyTheme(storedTheme())
  const root: Root = createRoot(document.getElementById('root') ?? document.body)
  root.render(
    <ConnectStore value={store}>
      <App />
    </ConnectStore>,
  )
  end = () => {
    root.unmount()
    store.getState().dropData()
  }
}

window.show = show
show(location.href)
