import { Page } from '../../components/page'
import { paths } from '../../lib/paths'
import { useBack } from '../../lib/use-back'
import { useShortcuts } from '../../lib/use-shortcuts'
import { useTitle } from '../../lib/use-title'
import { useConnect } from '../../stores/use-connect'
import { About } from './about'
import { ApiAccess } from './api-access'
import { Appearance } from './appearance'
import { Notifications } from './notifications'
import { ProviderApps } from './provider-apps'

export default function SettingsPage() {
  useTitle('Settings')
  const served = useConnect((state) => state.host.kind === 'browser')
  useShortcuts({ Escape: useBack(paths.directory) })
  return (
    <Page>
      <h1 className="font-semibold text-title tracking-tight">Settings</h1>
      <Appearance />
      {served && <Notifications />}
      <ProviderApps />
      {served && <ApiAccess />}
      <About />
    </Page>
  )
}
